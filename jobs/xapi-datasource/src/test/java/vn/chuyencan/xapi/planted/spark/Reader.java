package vn.chuyencan.xapi.planted.spark;

import vn.chuyencan.xapi.planted.Scanner;
import vn.chuyencan.xapi.planted.rules.Rules;
import vn.chuyencan.xapi.planted.source.Bytes;
import vn.chuyencan.xapi.planted.vocabulary.Words;

/** Uses every other room, also those that it must not. */
public record Reader(Rules rules, Words vocabulary, Bytes source, Scanner scanner) {}
