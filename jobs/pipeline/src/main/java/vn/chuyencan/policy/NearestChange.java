package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * The smallest set of unmet criteria that would have to change for the certificate, with the
 * distance of each. Where a clause compensates, the smaller of the two ways counts.
 */
final class NearestChange {
  private static final int SCALE = 6;

  private NearestChange() {}

  static List<Distance> of(CertificateEvaluator.Outcome outcome) {
    List<Distance> distances = new ArrayList<>();
    for (Finding finding : outcome.findings()) {
      Status effective = outcome.effective().get(finding.criterion().header().id());
      if (effective != null && !StatusLogic.satisfied(effective)) {
        distances.addAll(shortest(finding, outcome));
      }
    }
    return distances;
  }

  private static List<Distance> shortest(Finding finding, CertificateEvaluator.Outcome outcome) {
    List<Distance> direct = distances(finding);
    return compensations(finding, outcome)
        .map(NearestChange::allParts)
        .filter(way -> !way.isEmpty() && way.size() < direct.size())
        .min(Comparator.comparingInt(List::size))
        .orElse(direct);
  }

  private static Stream<Finding> compensations(
      Finding finding, CertificateEvaluator.Outcome outcome) {
    String id = finding.criterion().header().id();
    return outcome.findings().stream()
        .filter(
            other ->
                other.criterion() instanceof Criterion.CompensatedBy clause
                    && clause.compensates().equals(id));
  }

  private static List<Distance> distances(Finding finding) {
    if (StatusLogic.satisfied(finding.status())) {
      return List.of();
    }
    if (finding.criterion() instanceof Criterion.AnyOf) {
      return finding.parts().stream()
          .map(NearestChange::distances)
          .filter(way -> !way.isEmpty())
          .min(
              Comparator.<List<Distance>>comparingInt(List::size)
                  .thenComparing(way -> way.get(0).distance()))
          .orElse(List.of());
    }
    if (!finding.parts().isEmpty()) {
      return allParts(finding);
    }
    return finding
        .lacking()
        .map(lacking -> List.of(distance(finding.criterion(), lacking)))
        .orElse(List.of());
  }

  private static List<Distance> allParts(Finding finding) {
    return finding.parts().stream().flatMap(part -> distances(part).stream()).toList();
  }

  /** Rounded up, so that making up the distance is enough. */
  private static Distance distance(Criterion criterion, Fraction lacking) {
    return new Distance(
        criterion.header().id(),
        Fraction.ZERO.minus(lacking).floor(SCALE).negate(),
        criterion.header().unit());
  }
}
