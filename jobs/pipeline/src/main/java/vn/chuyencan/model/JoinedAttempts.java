package vn.chuyencan.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps attempts apart that a learner made under several accounts. A source numbers the attempts of
 * each account from the first on, so those of two accounts have one name as soon as both are one
 * learner's. The later one is called by its name and a number then: {@code 1-2} is a second attempt
 * 1.
 */
final class JoinedAttempts {
  private final Map<List<String>, String> madeBy = new HashMap<>();

  /**
   * The row under a name that no attempt under another account has; rows of anything else as they
   * are.
   *
   * @param before as the source told it, with the learner of the account
   * @param after the same with the learner whose account it is
   */
  RegisterRow apart(RegisterRow before, RegisterRow after) {
    if (!(before instanceof Attempt told) || !(after instanceof Attempt attempt)) {
      return after;
    }
    Attempt named = attempt;
    for (int number = 2; !take(named, told.learnerId()); number++) {
      named = attempt.called(attempt.attemptId() + "-" + number);
    }
    return named;
  }

  private boolean take(Attempt attempt, String account) {
    String taker = madeBy.putIfAbsent(RegisterKey.of(attempt), account);
    return taker == null || taker.equals(account);
  }
}
