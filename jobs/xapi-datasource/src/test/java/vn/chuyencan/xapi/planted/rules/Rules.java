package vn.chuyencan.xapi.planted.rules;

import vn.chuyencan.xapi.planted.Scanner;
import vn.chuyencan.xapi.planted.source.Bytes;
import vn.chuyencan.xapi.planted.spark.Reader;
import vn.chuyencan.xapi.planted.vocabulary.Words;

/** Uses every other room, also those that it must not. */
public record Rules(Words vocabulary, Bytes source, Reader spark, Scanner scanner) {}
