package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One statement before it is put into a file.
 *
 * @param at when it happened
 * @param person whose act it is
 * @param shape who sends it
 * @param statement the statement
 */
record Trace(Instant at, Person person, Shape shape, ObjectNode statement) {

  /** The three senders of statements. */
  enum Shape {
    LOGSTORE,
    VIDEO,
    CMI5
  }
}
