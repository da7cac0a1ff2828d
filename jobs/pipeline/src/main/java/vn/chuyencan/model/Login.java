package vn.chuyencan.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One login of a learner to the site (register {@code login}, FC-X.1).
 *
 * @param learnerId learner
 * @param at when
 */
public record Login(String learnerId, Instant at) implements RegisterRow {

  public Login {
    learnerId = Text.required(learnerId, "learnerId");
    Objects.requireNonNull(at, "at");
  }
}
