package vn.chuyencan.xapi.planted.source;

import vn.chuyencan.xapi.planted.Scanner;
import vn.chuyencan.xapi.planted.rules.Rules;
import vn.chuyencan.xapi.planted.spark.Reader;
import vn.chuyencan.xapi.planted.vocabulary.Words;

/** Uses every other room, also those that it must not. */
public record Bytes(Rules rules, Words vocabulary, Reader spark, Scanner scanner) {}
