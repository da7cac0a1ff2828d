package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * The test of every week (FC-TT.1, FC-LT.2b2, FC-LT.4), by course weeks or by ISO weeks (X-TIME-4).
 * A week counts as failed only when it is over and its log is whole.
 */
final class WeekTest {
  /** What the measures of ISO weeks are called beside those of course weeks. */
  private static final String ISO = "iso_";

  private final Criterion.AtLeastInEveryWeek criterion;
  private final String measure;
  private final LearnerMeasures measures;
  private final SortedMap<String, Fraction> values;
  private final String prefix;
  private final List<String> weeks;

  /** Filled where it is asked: to count those before each week anew goes by the square of weeks. */
  private final Map<String, Integer> places = new HashMap<>();

  private final List<String> failed = new ArrayList<>();
  private final List<String> failedBeforeEnrolment = new ArrayList<>();
  private final List<Shortfall> shortfalls = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private Fraction lowest;
  private Fraction total = Fraction.ZERO;

  private WeekTest(
      Criterion.AtLeastInEveryWeek criterion,
      String measure,
      LearnerMeasures measures,
      SortedMap<String, Fraction> values) {
    this.criterion = criterion;
    this.measure = measure;
    this.measures = measures;
    this.values = values;
    this.prefix = isIso(measure) ? ISO : "";
    this.weeks = weeks();
  }

  /** The finding, compared with the other readings of the weeks that the criterion names. */
  static Finding of(Criterion.AtLeastInEveryWeek criterion, LearnerMeasures measures) {
    Finding finding = of(criterion, criterion.measure(), measures);
    if (criterion.readings().isEmpty() || finding.reading() == Status.INSUFFICIENT_DATA) {
      return finding;
    }
    Finding compared = finding;
    for (String other : criterion.readings().get().measures()) {
      if (measures.byKey(other).isPresent()) {
        compared = compared(compared, of(criterion, other, measures), criterion);
      }
    }
    return compared;
  }

  private static Finding compared(
      Finding finding, Finding other, Criterion.AtLeastInEveryWeek criterion) {
    if (other.reading() == Status.INSUFFICIENT_DATA) {
      // A failure is certain only when no reading may still come out otherwise.
      return finding.reading() == Status.NOT_MET ? finding.unknown(other.missing()) : finding;
    }
    return other.reading() == finding.reading()
        ? finding
        : finding.review(criterion.readings().orElseThrow().reason());
  }

  private static Finding of(
      Criterion.AtLeastInEveryWeek criterion, String measure, LearnerMeasures measures) {
    Optional<SortedMap<String, Fraction>> values = measures.byKey(measure);
    if (values.isEmpty()) {
      return Finding.insufficient(criterion, Suppliers.of(measure, measures));
    }
    WeekTest test = new WeekTest(criterion, measure, measures, values.get());
    // Without the calendar of the register the weeks are only guessed from the log.
    boolean known = test.prefix.isEmpty() ? test.whole("weeks") > 0 : !test.values.isEmpty();
    if (!known || measures.missingInputs().contains("course_run")) {
      return Finding.insufficient(criterion, Suppliers.of("weeks", measures));
    }
    if (test.weeks.isEmpty()) {
      // The calendar is known; what takes every week out is who can help.
      String why = criterion.exceptWeeks().map(test.prefix::concat).orElse("weeks");
      return Finding.insufficient(criterion, Suppliers.of(why, measures));
    }
    return test.finding();
  }

  private static boolean isIso(String measure) {
    return MeasureCatalog.require(measure).type() == MeasureType.NUMBER_BY_ISO_WEEK;
  }

  private List<String> weeks() {
    List<String> all = new ArrayList<>();
    if (prefix.isEmpty()) {
      IntStream.rangeClosed(1, whole("weeks")).forEach(week -> all.add(Integer.toString(week)));
    } else {
      all.addAll(values.keySet());
    }
    criterion.exceptWeeks().map(name -> measures.list(prefix + name)).ifPresent(all::removeAll);
    return all;
  }

  private int whole(String name) {
    return measures.number(name).map(number -> number.floor(0).intValueExact()).orElse(0);
  }

  private Finding finding() {
    weeks.forEach(this::judge);
    List<String> detail = new ArrayList<>();
    detail.add("each=" + criterion.threshold());
    failedBeforeEnrolment.forEach(week -> detail.add("week=" + week));
    failed.forEach(week -> detail.add("week=" + week));
    Finding finding =
        Finding.of(criterion, reading())
            .figures(
                new Finding.Figures(
                    Optional.ofNullable(lowest),
                    criterion.threshold(),
                    Optional.empty(),
                    Optional.empty()))
            .shortfalls(shortfalls)
            .detail(detail)
            .missing(List.copyOf(missing));
    return decided(finding);
  }

  private Status reading() {
    if (!failed.isEmpty()) {
      return Status.NOT_MET;
    }
    if (!missing.isEmpty()) {
      return Status.INSUFFICIENT_DATA;
    }
    return failedBeforeEnrolment.isEmpty() ? Status.MET : Status.NOT_MET;
  }

  private Finding decided(Finding finding) {
    if (finding.reading() == Status.MET) {
      return criterion
          .secondReading()
          .filter(this::fallsShort)
          .map(second -> finding.detail(List.of("flag=" + second.flag())))
          .orElse(finding);
    }
    if (failed.isEmpty() && missing.isEmpty() && criterion.lateEnrolment().isPresent()) {
      return finding.review(criterion.lateEnrolment().get());
    }
    Optional<Criterion.Leniency> leniency = criterion.leniency();
    int below = failed.size() + failedBeforeEnrolment.size();
    if (finding.reading() == Status.NOT_MET
        && leniency.isPresent()
        && below <= leniency.get().weeksBelow()) {
      return lenient(finding, leniency.get());
    }
    return finding;
  }

  private Finding lenient(Finding finding, Criterion.Leniency leniency) {
    if (!missing.isEmpty()) {
      return finding.unknown(List.copyOf(missing));
    }
    Fraction asked = criterion.threshold().times(Fraction.of(weeks.size()));
    return total.compareTo(asked) >= 0 ? finding.review(leniency.reason()) : finding;
  }

  private void judge(String week) {
    Fraction value = values.getOrDefault(week, Fraction.ZERO);
    total = total.plus(value);
    boolean reached = value.compareTo(criterion.threshold()) >= 0;
    if (!reached && measures.list(prefix + "log_gap_weeks").contains(week)) {
      missing.add(MeasureCatalog.LOG);
      return;
    }
    if (!reached) {
      shortfalls.add(
          new Shortfall(
              measure,
              "week=" + week,
              criterion.threshold().minus(value),
              criterion.threshold(),
              criterion.header().unit()));
    }
    if (!reached && !over(week)) {
      missing.add(MeasureCatalog.CLOSING);
      return;
    }
    lowest = lowest == null ? value : lowest.min(value);
    if (!reached) {
      // Only where the policy asks about late enrolment is such a week another failure.
      boolean early =
          criterion.lateEnrolment().isPresent()
              && measures.list(prefix + "weeks_before_enrolment").contains(week);
      (early ? failedBeforeEnrolment : failed).add(week);
    }
  }

  private boolean over(String week) {
    return switch (measures.phase()) {
      case CLOSED -> true;
      case ONGOING -> place(week) < whole(prefix + "weeks_elapsed");
    };
  }

  /** How many weeks of the calendar come before it, those that do not count among them. */
  private int place(String week) {
    if (prefix.isEmpty()) {
      return Integer.parseInt(week) - 1;
    }
    if (places.isEmpty()) {
      values.keySet().forEach(one -> places.put(one, places.size()));
    }
    return places.get(week);
  }

  private boolean fallsShort(Criterion.SecondReading second) {
    SortedMap<String, Fraction> other = measures.byKey(second.measure()).orElse(null);
    return other != null
        && weeks.stream()
            .anyMatch(
                week ->
                    other.getOrDefault(week, Fraction.ZERO).compareTo(criterion.threshold()) < 0);
  }
}
