package vn.chuyencan.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * Evaluates one criterion for one learner. Total: whatever the measures, there is a finding. Exact:
 * nothing is rounded before it is compared (X-NUM-1).
 */
final class CriterionEvaluator implements Criterion.Cases<Finding> {
  private static final Fraction HUNDRED = Fraction.of(100);

  /** Averages arrive rounded down to six places; the exact value may lie up to this much above. */
  private static final Fraction AVERAGE_GRAIN = Fraction.of(1, 1_000_000);

  private final LearnerMeasures measures;

  CriterionEvaluator(LearnerMeasures measures) {
    this.measures = measures;
  }

  Finding evaluate(Criterion criterion) {
    return criterion.match(this);
  }

  @Override
  public Finding atLeast(Criterion.AtLeast criterion) {
    Optional<Fraction> measured = measures.number(criterion.measure());
    if (measured.isEmpty()) {
      return finish(missing(criterion, criterion.measure()));
    }
    Fraction threshold =
        criterion
            .orMeasure()
            .flatMap(measures::number)
            .map(criterion.threshold()::max)
            .orElse(criterion.threshold());
    Fraction value = value(criterion, measured.get());
    boolean met = value.compareTo(threshold) >= 0;
    Finding finding =
        Finding.of(criterion, met ? Status.MET : Status.NOT_MET)
            .figures(Finding.Figures.of(value, threshold))
            .shortfalls(
                met
                    ? List.of()
                    : List.of(
                        shortfall(
                            criterion,
                            criterion.measure(),
                            measured.get().times(criterion.factor()),
                            needed(criterion, threshold))));
    if (criterion.near().isPresent()
        && !met
        && value.compareTo(criterion.near().get().from()) >= 0) {
      finding = finding.detail(List.of("flag=" + criterion.near().get().flag()));
    }
    if (criterion.readings().isPresent()) {
      finding = withReadings(finding, criterion, criterion.readings().get(), value, threshold);
    }
    if (criterion.pending().isPresent()) {
      Criterion.Pending pending = criterion.pending().get();
      finding = withPending(finding, criterion, pending, measured.get(), threshold);
    }
    return finish(finding);
  }

  @Override
  public Finding atMost(Criterion.AtMost criterion) {
    Optional<Fraction> measured = measures.number(criterion.measure());
    if (measured.isEmpty()) {
      return finish(missing(criterion, criterion.measure()));
    }
    Fraction value = measured.get().times(criterion.factor());
    boolean met = value.compareTo(criterion.threshold()) <= 0;
    Finding finding =
        Finding.of(criterion, met ? Status.MET : Status.NOT_MET)
            .figures(Finding.Figures.of(value, criterion.threshold()));
    // What grows must not be called kept before the last day.
    return measures.phase() == LearnerMeasures.Phase.ONGOING
        ? finish(finding.unknown(List.of(MeasureCatalog.CLOSING)))
        : finish(finding);
  }

  /** The smallest number that reaches the threshold, which rounding may bring nearer. */
  private static Fraction needed(Criterion.AtLeast criterion, Fraction threshold) {
    if (criterion.places().isEmpty()) {
      return threshold;
    }
    int places = criterion.places().get();
    Fraction halfStep = Fraction.of(BigInteger.ONE, BigInteger.TEN.pow(places).shiftLeft(1));
    BigDecimal reached = Fraction.ZERO.minus(threshold).floor(places).negate();
    return Fraction.of(reached).minus(halfStep);
  }

  private static Shortfall shortfall(
      Criterion criterion, String measure, Fraction value, Fraction needed) {
    String unit = criterion.header().unit();
    return new Shortfall(measure, "", needed.minus(value), needed, unit);
  }

  /** The number that is compared: exact, unless the policy rounds it first. */
  private static Fraction value(Criterion.AtLeast criterion, Fraction measured) {
    Fraction exact = measured.times(criterion.factor());
    return criterion.places().map(exact::rounded).map(Fraction::of).orElse(exact);
  }

  private Finding withReadings(
      Finding finding,
      Criterion.AtLeast criterion,
      Criterion.Readings readings,
      Fraction value,
      Fraction threshold) {
    Fraction low = value;
    Fraction high = value;
    for (String measure : readings.measures()) {
      Optional<Fraction> other = measures.number(measure);
      if (other.isPresent()) {
        Fraction scaled = value(criterion, other.get());
        low = low.min(scaled);
        high = high.max(scaled);
      }
    }
    Finding shown =
        finding.figures(
            new Finding.Figures(
                Optional.of(value), threshold, Optional.of(low), Optional.of(high)));
    boolean allMet = low.compareTo(threshold) >= 0;
    boolean noneMet = high.compareTo(threshold) < 0;
    return allMet || noneMet ? shown : shown.review(readings.reason());
  }

  private Finding withPending(
      Finding finding,
      Criterion.AtLeast criterion,
      Criterion.Pending pending,
      Fraction measured,
      Fraction threshold) {
    Fraction items = measures.number(pending.measure()).orElse(Fraction.ZERO);
    Fraction of = measures.number(pending.of()).orElse(Fraction.ZERO);
    if (items.signum() == 0 || of.signum() == 0) {
      return finding;
    }
    Fraction reach = pending.largest().times(items).dividedBy(of);
    Fraction highest = value(criterion, measured.plus(reach).plus(AVERAGE_GRAIN));
    Fraction lowest = value(criterion, measured.minus(reach));
    boolean certain = lowest.compareTo(threshold) >= 0 || highest.compareTo(threshold) < 0;
    return certain ? finding : finding.unknown(List.of(pending.missing()));
  }

  @Override
  public Finding atLeastInEveryWeek(Criterion.AtLeastInEveryWeek criterion) {
    return finish(WeekTest.of(criterion, measures));
  }

  @Override
  public Finding atLeastOnEachItem(Criterion.AtLeastOnEachItem criterion) {
    Optional<SortedMap<String, Fraction>> items = measures.byKey(criterion.measure());
    if (items.isEmpty() || items.get().isEmpty()) {
      return finish(missing(criterion, criterion.measure()));
    }
    List<String> failed = new ArrayList<>();
    List<Shortfall> shortfalls = new ArrayList<>();
    String own = measures.definition(criterion.measure()).unit();
    // What a policy derives has no unit but the criterion's.
    String unit = own.isEmpty() ? criterion.header().unit() : own;
    for (Map.Entry<String, Fraction> item : items.get().entrySet()) {
      if (item.getValue().compareTo(criterion.threshold()) < 0) {
        String which = criterion.item() + "=" + item.getKey();
        failed.add(which);
        shortfalls.add(
            new Shortfall(
                criterion.measure(),
                which,
                criterion.threshold().minus(item.getValue()),
                criterion.threshold(),
                unit));
      }
    }
    Fraction lacking = Fraction.of(failed.size());
    Fraction whole = Fraction.of(items.get().size());
    Finding finding =
        Finding.of(criterion, failed.isEmpty() ? Status.MET : Status.NOT_MET)
            .figures(Finding.Figures.of(whole.minus(lacking), whole))
            .shortfalls(shortfalls)
            .detail(List.of("each=" + criterion.threshold()))
            .detail(failed);
    if (criterion.pending().isPresent() && !failed.isEmpty()) {
      Criterion.PendingItems pending = criterion.pending().get();
      List<String> lack =
          shortfalls.stream()
              .map(one -> one.item().substring(criterion.item().length() + 1))
              .toList();
      if (mayStillReach(lack, pending.measure())) {
        finding = finding.unknown(List.of(pending.missing()));
      }
    }
    return finish(finding);
  }

  /** Where it is known which items wait, one that fails and does not wait decides. */
  private boolean mayStillReach(List<String> failed, String waiting) {
    return measures.definition(waiting).type() == MeasureType.IDS
        ? measures.list(waiting).containsAll(failed)
        : Fraction.of(failed.size()).compareTo(measures.number(waiting).orElse(Fraction.ZERO)) <= 0;
  }

  @Override
  public Finding shareOf(Criterion.ShareOf criterion) {
    Optional<Fraction> part = measures.number(criterion.part());
    Optional<Fraction> whole = measures.number(criterion.whole());
    if (whole.isEmpty()) {
      return finish(missing(criterion, criterion.whole()));
    }
    Fraction excepted = criterion.except().flatMap(measures::number).orElse(Fraction.ZERO);
    Fraction held = whole.get().minus(excepted);
    if (held.signum() <= 0) {
      return finish(
          Finding.insufficient(criterion, Suppliers.ofNothing(criterion.whole(), measures)));
    }
    Fraction needed = ceiling(held.times(criterion.percent()).dividedBy(HUNDRED));
    List<String> detail = List.of("of=" + held, "percent=" + criterion.percent());
    if (part.isEmpty()) {
      return finish(
          missing(criterion, criterion.part())
              .figures(
                  new Finding.Figures(Optional.empty(), needed, Optional.empty(), Optional.empty()))
              .detail(detail));
    }
    boolean met = reaches(part.get(), held, criterion.percent());
    Fraction toCome = criterion.toCome().flatMap(measures::number).orElse(Fraction.ZERO);
    Fraction finallyNeeded =
        ceiling(held.plus(toCome).times(criterion.percent()).dividedBy(HUNDRED));
    Fraction more = finallyNeeded.minus(part.get());
    Finding finding =
        Finding.of(criterion, met ? Status.MET : Status.NOT_MET)
            .figures(Finding.Figures.of(part.get(), needed))
            .shortfalls(
                met
                    ? List.of()
                    : List.of(shortfall(criterion, criterion.part(), part.get(), finallyNeeded)))
            .attainable(criterion.toCome().isEmpty() || more.compareTo(toCome) <= 0)
            .detail(detail);
    if (!met && criterion.unknown().isPresent()) {
      finding = withUnknown(finding, criterion, criterion.unknown().get(), part.get(), held);
    }
    return finish(finding);
  }

  private Finding withUnknown(
      Finding finding,
      Criterion.ShareOf criterion,
      Criterion.Unknown unknown,
      Fraction part,
      Fraction held) {
    Fraction open = measures.number(unknown.measure()).orElse(Fraction.ZERO);
    if (!reaches(part.plus(open), held, criterion.percent())) {
      return finding;
    }
    Finding undecided = finding.unknown(List.of(unknown.missing()));
    return unknown.reason().isPresent() ? undecided.review(unknown.reason().get()) : undecided;
  }

  private static boolean reaches(Fraction part, Fraction whole, Fraction percent) {
    return HUNDRED.times(part).compareTo(percent.times(whole)) >= 0;
  }

  @Override
  public Finding allOf(Criterion.AllOf criterion) {
    return combined(criterion, criterion.parts());
  }

  /** All parts together, as {@link Criterion.AllOf} reads them. */
  Finding combined(Criterion whole, List<Criterion> criteria) {
    List<Finding> parts = criteria.stream().map(this::evaluate).toList();
    Status status = StatusLogic.allOf(parts.stream().map(Finding::status).toList());
    Status reading = StatusLogic.allOf(parts.stream().map(Finding::reading).toList());
    return Finding.of(whole, reading).status(status).parts(parts);
  }

  @Override
  public Finding anyOf(Criterion.AnyOf criterion) {
    List<Finding> parts = criterion.parts().stream().map(this::evaluate).toList();
    Status status = StatusLogic.anyOf(parts.stream().map(Finding::status).toList());
    Status reading = StatusLogic.anyOf(parts.stream().map(Finding::reading).toList());
    return Finding.of(criterion, reading).status(status).parts(parts);
  }

  /** Its conditions only; whether they are needed is for the certificate to say. */
  @Override
  public Finding compensatedBy(Criterion.CompensatedBy criterion) {
    return combined(criterion, criterion.conditions());
  }

  /** It has no measure of its own; what it says is for the certificate to say. */
  @Override
  public Finding reviewWhen(Criterion.ReviewWhen criterion) {
    return Finding.of(criterion, Status.NOT_APPLICABLE);
  }

  private Finding missing(Criterion criterion, String measure) {
    return Finding.insufficient(criterion, Suppliers.of(measure, measures));
  }

  private Finding finish(Finding finding) {
    Finding result = finding;
    for (Criterion.Listing listing : finding.criterion().header().listings()) {
      result = result.detail(listed(listing));
    }
    for (Criterion.SpecialCase special : finding.criterion().header().specialCases()) {
      result = applied(result, special);
    }
    boolean mayStillChange =
        measures.phase() == LearnerMeasures.Phase.ONGOING
            && result.reading() == Status.NOT_MET
            && !(finding.criterion() instanceof Criterion.AtLeastInEveryWeek);
    return mayStillChange ? result.unknown(List.of(MeasureCatalog.CLOSING)) : result;
  }

  private List<String> listed(Criterion.Listing listing) {
    List<String> ids = measures.list(listing.measure());
    List<String> detail = new ArrayList<>();
    ids.forEach(id -> detail.add(listing.item() + "=" + id));
    if (!ids.isEmpty()) {
      listing.flag().ifPresent(flag -> detail.add("flag=" + flag));
    }
    return detail;
  }

  private Finding applied(Finding finding, Criterion.SpecialCase special) {
    boolean holds = measures.number(special.measure()).map(special.bound()::holds).orElse(false);
    if (!holds || !special.insteadOf().contains(finding.status())) {
      return finding;
    }
    return switch (special.then()) {
      case NEEDS_REVIEW -> {
        // Whoever decides the case needs nothing that nobody can supply.
        boolean lacked = finding.status() == Status.INSUFFICIENT_DATA;
        Finding undecided = lacked ? finding.complete() : finding;
        yield undecided.review(special.reason().orElseThrow());
      }
      case INSUFFICIENT_DATA -> finding.unknown(special.missing().map(List::of).orElseThrow());
      case MET, MET_BY_COMPENSATION, NOT_MET, NOT_APPLICABLE -> finding.status(special.then());
    };
  }

  /** The smallest whole number that is not below (X-NUM-2). */
  private static Fraction ceiling(Fraction number) {
    BigInteger whole = Fraction.ZERO.minus(number).floor(0).toBigIntegerExact().negate();
    return Fraction.of(whole, BigInteger.ONE);
  }
}
