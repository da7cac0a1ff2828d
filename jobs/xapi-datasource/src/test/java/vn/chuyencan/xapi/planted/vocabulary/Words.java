package vn.chuyencan.xapi.planted.vocabulary;

import vn.chuyencan.xapi.planted.Scanner;
import vn.chuyencan.xapi.planted.rules.Rules;
import vn.chuyencan.xapi.planted.source.Bytes;
import vn.chuyencan.xapi.planted.spark.Reader;

/** Uses every other room, also those that it must not. */
public record Words(Rules rules, Bytes source, Reader spark, Scanner scanner) {}
