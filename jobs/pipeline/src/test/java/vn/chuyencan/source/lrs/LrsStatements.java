package vn.chuyencan.source.lrs;

import java.time.Instant;
import java.util.UUID;

/** Statements that a naive copy would change. */
final class LrsStatements {
  private LrsStatements() {}

  static String of(int number, Instant stored, Instant timestamp) {
    return """
        {"id":"%s","actor":{"name":"B\\u1EA3o Yến \\"%d\\"","account":\
        {"homePage":"https://lms.example","name":"sv%d"}},\
        "verb":{"id":"http://id.tincanapi.com/verb/viewed"},\
        "object":{"id":"https://lms.example/page/%d"},\
        "result":{"score":{"raw":7.250000000000000001,"max":1E+1,"min":0.0}},\
        "timestamp":"%s","stored":"%s"}"""
        .formatted(new UUID(5, number), number, number % 7, number, timestamp, stored);
  }
}
