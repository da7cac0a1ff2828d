package vn.chuyencan.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * The test of every course week (FC-TT.1, FC-LT.2b2, FC-LT.4). A week counts as failed only when it
 * is over and its log is whole.
 */
final class WeekTest {
  private final Criterion.AtLeastInEveryWeek criterion;
  private final LearnerMeasures measures;
  private final SortedMap<String, Fraction> values;
  private final List<Integer> weeks;

  private final List<Integer> failed = new ArrayList<>();
  private final List<Integer> failedBeforeEnrolment = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private Fraction lowest;
  private Fraction total = Fraction.ZERO;
  private Fraction lacking = Fraction.ZERO;

  private WeekTest(
      Criterion.AtLeastInEveryWeek criterion,
      LearnerMeasures measures,
      SortedMap<String, Fraction> values,
      List<Integer> weeks) {
    this.criterion = criterion;
    this.measures = measures;
    this.values = values;
    this.weeks = weeks;
  }

  static Finding of(Criterion.AtLeastInEveryWeek criterion, LearnerMeasures measures) {
    Optional<SortedMap<String, Fraction>> values = measures.byKey(criterion.measure());
    if (values.isEmpty()) {
      return Finding.insufficient(criterion, Suppliers.of(criterion.measure(), measures));
    }
    List<Integer> weeks = weeks(criterion, measures);
    // Without the calendar of the register the weeks are only guessed from the log.
    if (weeks.isEmpty() || measures.missingInputs().contains("course_run")) {
      return Finding.insufficient(criterion, Suppliers.of("weeks", measures));
    }
    return new WeekTest(criterion, measures, values.get(), weeks).finding();
  }

  private static List<Integer> weeks(
      Criterion.AtLeastInEveryWeek criterion, LearnerMeasures measures) {
    int count = whole(measures, "weeks").orElse(0);
    List<String> excepted = criterion.exceptWeeks().map(measures::list).orElse(List.of());
    List<Integer> weeks = new ArrayList<>();
    for (int week = 1; week <= count; week++) {
      if (!excepted.contains(Integer.toString(week))) {
        weeks.add(week);
      }
    }
    return weeks;
  }

  private static Optional<Integer> whole(LearnerMeasures measures, String name) {
    return measures.number(name).map(number -> number.floor(0).intValueExact());
  }

  private Finding finding() {
    weeks.forEach(this::judge);
    List<String> detail = new ArrayList<>();
    detail.add("each=" + criterion.threshold());
    failedBeforeEnrolment.forEach(week -> detail.add("week=" + week));
    failed.forEach(week -> detail.add("week=" + week));
    Finding finding =
        new Finding(
            criterion,
            reading(),
            reading(),
            Optional.of(
                new Finding.Figures(
                    Optional.ofNullable(lowest),
                    criterion.threshold(),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty(),
            detail,
            List.copyOf(missing),
            Optional.empty(),
            List.of());
    return decided(finding.lacking(lacking));
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

  private void judge(int week) {
    String key = Integer.toString(week);
    Fraction value = values.getOrDefault(key, Fraction.ZERO);
    total = total.plus(value);
    boolean reached = value.compareTo(criterion.threshold()) >= 0;
    if (!reached && measures.list("log_gap_weeks").contains(key)) {
      missing.add(MeasureCatalog.LOG);
      return;
    }
    if (!reached) {
      lacking = lacking.plus(criterion.threshold().minus(value));
    }
    if (!reached && !over(week)) {
      missing.add(MeasureCatalog.CLOSING);
      return;
    }
    lowest = lowest == null ? value : lowest.min(value);
    if (!reached) {
      List<Integer> kind =
          measures.list("weeks_before_enrolment").contains(key) ? failedBeforeEnrolment : failed;
      kind.add(week);
    }
  }

  private boolean over(int week) {
    return switch (measures.phase()) {
      case CLOSED -> true;
      case ONGOING -> week <= whole(measures, "weeks_elapsed").orElse(0);
    };
  }

  private boolean fallsShort(Criterion.SecondReading second) {
    SortedMap<String, Fraction> other = measures.byKey(second.measure()).orElse(null);
    return other != null
        && weeks.stream()
            .anyMatch(
                week ->
                    other
                            .getOrDefault(Integer.toString(week), Fraction.ZERO)
                            .compareTo(criterion.threshold())
                        < 0);
  }
}
