package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.model.Decision;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.report.Sha256;

/** What every list of a course run says of its grounds. */
final class ListHead {
  private static final int HASH_SHOWN = 12;

  private ListHead() {}

  /** The grounds, one a line, for documents and sheets. */
  static List<String> recitals(CourseRoll roll, ListWords words) {
    List<String> lines = new ArrayList<>();
    Set<String> policies = new LinkedHashSet<>();
    for (Decision decision : roll.decisions()) {
      policies.add(
          words.text(
              "recital.policy",
              title(roll, decision.policyId(), words),
              decision.policyId(),
              decision.policyVersion(),
              shortened(decision.policyHash())));
    }
    lines.addAll(policies);
    lines.add(
        words.text(
            "recital.course",
            roll.title(),
            roll.courseId(),
            words.date(roll.opensOn()),
            words.date(roll.closesOn()),
            words.date(roll.asOf())));
    lines.add(words.text("recital.digest", digest(roll)));
    return lines;
  }

  private static String title(CourseRoll roll, String policyId, ListWords words) {
    return roll.policies().stream()
        .filter(policy -> policy.id().equals(policyId))
        .findFirst()
        .map(Policy::title)
        .map(words::label)
        .orElse(policyId);
  }

  /**
   * The beginning of the SHA-256 over the lines {@code
   * learner_id,certificate,status,policy_hash,as_of} of the run's decisions, sorted: whoever has
   * the table {@code eligibility_decision} can tell whether a list was made from it.
   */
  static String digest(CourseRoll roll) {
    return shortened(
        Sha256.of(
            roll.decisions().stream()
                .map(
                    one ->
                        String.join(
                                ",",
                                one.learnerId(),
                                one.certificate(),
                                one.standing().name(),
                                one.policyHash(),
                                one.asOf().toString())
                            + "\n")
                .sorted()
                .collect(Collectors.joining())));
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
  }
}
