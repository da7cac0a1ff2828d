package vn.chuyencan.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.model.Distance;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * What would make a learner eligible: of all ways through alternatives and compensations the one
 * that changes the fewest criteria, among those the one with the shortest way to go, and one that
 * is no longer possible only when none is.
 */
final class NearestChange {
  private static final int SCALE = 6;
  private static final int MINUTES_A_DAY = 24 * 60;

  /** More alternatives than any sensible policy has; what lies beyond is not searched. */
  private static final int MOST_WAYS = 256;

  private final CertificateEvaluator.Outcome outcome;
  private final LearnerMeasures measures;
  private final PolicyEvaluator.Context context;

  private NearestChange(
      CertificateEvaluator.Outcome outcome,
      LearnerMeasures measures,
      PolicyEvaluator.Context context) {
    this.outcome = outcome;
    this.measures = measures;
    this.context = context;
  }

  /** One thing that has to change. */
  private record Step(String criterionId, Shortfall shortfall, boolean possible, LocalDate until) {

    Distance distance() {
      // Rounded up, so that making up the distance is enough.
      return new Distance(
          criterionId,
          Fraction.ZERO.minus(shortfall.lacking()).floor(SCALE).negate(),
          shortfall.unit(),
          shortfall.item(),
          possible,
          until);
    }
  }

  /**
   * One way to meet something.
   *
   * @param of the criterion of the certificate that it is for; empty for a part
   * @param also another criterion that is made good with it
   * @param known whether its steps are all that is lacking
   */
  private record Way(Optional<String> of, Optional<String> also, List<Step> steps, boolean known) {
    static final Way DONE = new Way(Optional.empty(), Optional.empty(), List.of(), true);
    static final Way UNKNOWN = new Way(Optional.empty(), Optional.empty(), List.of(), false);

    Way with(Way other) {
      List<Step> all = new ArrayList<>(steps);
      all.addAll(other.steps);
      return new Way(of, also, all, known && other.known);
    }
  }

  static List<Distance> of(
      CertificateEvaluator.Outcome outcome,
      LearnerMeasures measures,
      PolicyEvaluator.Context context) {
    return new NearestChange(outcome, measures, context).nearest();
  }

  private List<Distance> nearest() {
    List<List<Way>> combinations = new ArrayList<>();
    combinations.add(List.of());
    for (Finding finding : outcome.findings()) {
      String id = finding.criterion().header().id();
      if (outcome.effective().containsKey(id)
          && !StatusLogic.satisfied(outcome.effective().get(id))) {
        combinations = extended(combinations, ways(id, finding));
      }
    }
    return combinations.stream()
        .map(NearestChange::merged)
        .min(ORDER)
        .map(steps -> steps.stream().map(Step::distance).toList())
        .orElse(List.of());
  }

  private static List<List<Way>> extended(List<List<Way>> combinations, List<Way> ways) {
    List<List<Way>> longer = new ArrayList<>();
    for (List<Way> combination : combinations) {
      for (Way way : ways) {
        if (longer.size() < MOST_WAYS) {
          List<Way> one = new ArrayList<>(combination);
          one.add(way);
          longer.add(one);
        }
      }
    }
    return longer;
  }

  /** The criterion itself, or a clause that makes its failure good. */
  private List<Way> ways(String id, Finding finding) {
    List<Way> ways = new ArrayList<>();
    for (Way way : ways(finding)) {
      ways.add(new Way(Optional.of(id), Optional.empty(), way.steps(), way.known()));
    }
    for (Finding other : outcome.findings()) {
      if (other.criterion() instanceof Criterion.CompensatedBy clause
          && clause.compensates().equals(id)) {
        for (Way way :
            together(outcome.conditions().get(other.criterion().header().id()).parts())) {
          if (way.known()) {
            ways.add(new Way(Optional.of(id), clause.also(), way.steps(), true));
          }
        }
      }
    }
    return ways;
  }

  private List<Way> ways(Finding finding) {
    if (StatusLogic.satisfied(finding.status())) {
      return List.of(Way.DONE);
    }
    if (finding.criterion() instanceof Criterion.AnyOf) {
      List<Way> ways =
          finding.parts().stream()
              .flatMap(part -> ways(part).stream())
              .filter(way -> way.known() && !way.steps().isEmpty())
              .toList();
      return ways.isEmpty() ? List.of(Way.UNKNOWN) : ways;
    }
    if (!finding.parts().isEmpty()) {
      return together(finding.parts());
    }
    // Once the course run has closed it is for others to supply what is not known.
    boolean forOthers =
        measures.phase() == LearnerMeasures.Phase.CLOSED
            && finding.reading() == Status.INSUFFICIENT_DATA;
    if (forOthers || finding.shortfalls().isEmpty()) {
      return List.of(Way.UNKNOWN);
    }
    String id = finding.criterion().header().id();
    List<Step> steps = finding.shortfalls().stream().map(lack -> step(id, finding, lack)).toList();
    return List.of(new Way(Optional.empty(), Optional.empty(), steps, true));
  }

  private List<Way> together(List<Finding> parts) {
    List<Way> ways = List.of(Way.DONE);
    for (Finding part : parts) {
      List<Way> longer = new ArrayList<>();
      for (Way before : ways) {
        ways(part).stream().limit(MOST_WAYS).forEach(way -> longer.add(before.with(way)));
      }
      ways = longer.subList(0, Math.min(MOST_WAYS, longer.size()));
    }
    return ways;
  }

  private Step step(String id, Finding finding, Shortfall shortfall) {
    LocalDate until = context.deadlines().of(shortfall.item()).orElse(null);
    boolean open =
        measures.phase() == LearnerMeasures.Phase.ONGOING
            && (until == null || until.isAfter(over()))
            && finding.attainable();
    return new Step(id, shortfall, open && fits(shortfall, until), until);
  }

  private LocalDate over() {
    return context.deadlines().over(context.asOf());
  }

  /** A day has so many minutes. */
  private boolean fits(Shortfall shortfall, LocalDate until) {
    if (until == null || !shortfall.unit().equals("minute")) {
      return true;
    }
    long days = ChronoUnit.DAYS.between(over(), until);
    return shortfall.lacking().compareTo(Fraction.of(days * MINUTES_A_DAY)) <= 0;
  }

  /** Two criteria that ask for more of the same are one step, the longer one. */
  private static List<Step> merged(List<Way> combination) {
    List<String> repaired =
        combination.stream().flatMap(way -> way.also().stream()).distinct().toList();
    Map<String, Step> steps = new LinkedHashMap<>();
    for (Way way : combination) {
      if (way.of().filter(repaired::contains).isEmpty()) {
        for (Step step : way.steps()) {
          String same = step.shortfall().measure() + " " + step.shortfall().item();
          steps.merge(same, step, NearestChange::longer);
        }
      }
    }
    return List.copyOf(steps.values());
  }

  private static Step longer(Step one, Step two) {
    boolean alike = one.shortfall().unit().equals(two.shortfall().unit());
    int order =
        alike
            ? one.shortfall().lacking().compareTo(two.shortfall().lacking())
            : one.shortfall().relative().compareTo(two.shortfall().relative());
    return order >= 0 ? one : two;
  }

  private static final Comparator<List<Step>> ORDER =
      Comparator.comparing((List<Step> steps) -> !steps.stream().allMatch(Step::possible))
          .thenComparing(steps -> steps.stream().map(Step::criterionId).distinct().count())
          .thenComparing(NearestChange::relative)
          .thenComparing(List::size);

  private static Fraction relative(List<Step> steps) {
    return steps.stream()
        .map(step -> step.shortfall().relative())
        .reduce(Fraction.ZERO, Fraction::plus);
  }
}
