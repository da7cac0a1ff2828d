package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.chuyencan.model.Status;

/**
 * What another reading of a policy says of a learner beside the one that decides: the certificates
 * whose outcome would be another, and the criteria that come out otherwise.
 */
public final class Sensitivity {
  private Sensitivity() {}

  /**
   * A certificate that another reading decides otherwise.
   *
   * @param decided its status as decided
   * @param status its status under the other reading
   * @param criteria ids of criteria and clauses whose status differs, or that only one of the
   *     readings has, in the policy's order
   */
  public record Difference(
      String certificate, Status decided, Status status, List<String> criteria) {

    public Difference {
      Objects.requireNonNull(certificate, "certificate");
      Objects.requireNonNull(decided, "decided");
      Objects.requireNonNull(status, "status");
      criteria = List.copyOf(criteria);
    }
  }

  /**
   * The certificates that the other reading decides otherwise, in the policy's order.
   *
   * @param policy the reading that decides
   * @param other another reading: a variant, or another version of the policy; certificates that
   *     only one of them has are left out
   */
  public static List<Difference> of(Policy policy, Policy other, LearnerMeasures measures) {
    List<Difference> differences = new ArrayList<>();
    for (Policy.Certificate certificate : policy.certificates()) {
      Policy.Certificate read = other.certificate(certificate.id()).orElse(certificate);
      if (!read.equals(certificate)) {
        CertificateEvaluator.Outcome decided = CertificateEvaluator.of(certificate, measures);
        CertificateEvaluator.Outcome otherwise = CertificateEvaluator.of(read, measures);
        if (decided.status() != otherwise.status()) {
          differences.add(
              new Difference(
                  certificate.id(),
                  decided.status(),
                  otherwise.status(),
                  differing(decided, otherwise)));
        }
      }
    }
    return differences;
  }

  private static List<String> differing(
      CertificateEvaluator.Outcome decided, CertificateEvaluator.Outcome otherwise) {
    Statuses before = new Statuses(decided.findings());
    Statuses after = new Statuses(otherwise.findings());
    List<String> ids = new ArrayList<>(before.ids);
    after.ids.stream().filter(id -> !before.ids.contains(id)).forEach(ids::add);
    ids.removeIf(id -> before.of(id) == after.of(id));
    return ids;
  }

  /** The statuses of all criteria of a certificate, parts after their wholes. */
  private static final class Statuses {
    private final List<String> ids = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();

    Statuses(List<Finding> findings) {
      findings.forEach(this::add);
    }

    private void add(Finding finding) {
      ids.add(finding.criterion().header().id());
      statuses.add(finding.status());
      finding.parts().forEach(this::add);
    }

    /** Null where there is no such criterion. */
    Status of(String id) {
      int place = ids.indexOf(id);
      return place < 0 ? null : statuses.get(place);
    }
  }
}
