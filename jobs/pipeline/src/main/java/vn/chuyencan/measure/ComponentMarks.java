package vn.chuyencan.measure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.model.AssessmentMode;
import vn.chuyencan.model.ComponentKind;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.GradeState;

/**
 * The components of one learner's course mark (C08-9.1 to C08-9.3). Activities and manual grades
 * are the components; where these add up to 100 only with the categories, no category holds any of
 * them and both are; where the categories alone have weights or add up to 100, the categories are.
 * Absence without leave is 0; with leave, or without a mark yet, the component is pending and the
 * mark of the course unknown; what is excluded counts for nothing.
 */
final class ComponentMarks {
  /** Decimal places of marks in tables. */
  static final int SCALE = 6;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Grade> components;
  private final Optional<Grade> official;

  /**
   * @param grades all of the learner's grades in the course run
   */
  ComponentMarks(List<Grade> grades) {
    List<Grade> counted =
        grades.stream()
            .filter(grade -> grade.state() != GradeState.EXCLUDED)
            .sorted(Comparator.comparing(Grade::componentId))
            .toList();
    this.components = componentsOf(grades, counted);
    this.official =
        counted.stream().filter(grade -> grade.kind() == ComponentKind.COURSE).findFirst();
  }

  /**
   * No grade tells which category holds it; the weights do.
   *
   * @param all with those that are excluded, which may or may not have left their weight to others
   * @param counted without
   */
  private static List<Grade> componentsOf(List<Grade> all, List<Grade> counted) {
    List<Grade> weighed = counted.stream().filter(grade -> grade.weight() != null).toList();
    List<Grade> categories = weighed.stream().filter(ComponentMarks::isCategory).toList();
    List<Grade> single = counted.stream().filter(ComponentMarks::isSingle).toList();
    boolean singleWhole = whole(counted, false, true) || whole(all, false, true);
    if (singleWhole || categories.isEmpty()) {
      return single;
    }
    if (whole(counted, true, true) || whole(all, true, true)) {
      return weighed.stream().filter(grade -> grade.kind() != ComponentKind.COURSE).toList();
    }
    boolean categoriesWhole = whole(counted, true, false) || whole(all, true, false);
    boolean singleWeighs = single.stream().anyMatch(grade -> grade.weight() != null);
    return categoriesWhole || !singleWeighs ? categories : single;
  }

  /** Whether the weights of categories, of single grades or of both add up to 100. */
  private static boolean whole(List<Grade> grades, boolean ofCategories, boolean ofSingle) {
    return grades.stream()
            .filter(grade -> (ofCategories && isCategory(grade)) || (ofSingle && isSingle(grade)))
            .map(Grade::weight)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(HUNDRED)
        == 0;
  }

  private static boolean isCategory(Grade grade) {
    return grade.kind() == ComponentKind.CATEGORY;
  }

  private static boolean isSingle(Grade grade) {
    return grade.kind() == ComponentKind.ACTIVITY || grade.kind() == ComponentKind.MANUAL;
  }

  /** The columns of {@code learner_course_measure}; of no component nothing is known. */
  void addTo(MeasureRow measures) {
    if (components.isEmpty()) {
      return;
    }
    Map<String, BigDecimal> scores = new TreeMap<>();
    Map<String, BigDecimal> ranges = new TreeMap<>();
    Map<String, BigDecimal> weights = new TreeMap<>();
    BigDecimal online = BigDecimal.ZERO;
    int pending = 0;
    int unknownMode = 0;
    for (Grade grade : components) {
      score(grade).ifPresent(score -> scores.put(grade.componentId(), decimal(score)));
      range(grade).ifPresent(range -> ranges.put(grade.componentId(), decimal(range)));
      pending += score(grade).isEmpty() ? 1 : 0;
      unknownMode += grade.mode() == null ? 1 : 0;
      if (grade.weight() != null) {
        weights.put(grade.componentId(), decimal(Fraction.of(grade.weight())));
        online = grade.mode() == AssessmentMode.ONLINE ? online.add(grade.weight()) : online;
      }
    }
    measures.set("components", components.size());
    measures.set("components_pending", pending);
    measures.set("components_mode_unknown", unknownMode);
    measures.set("component_weight_online", decimal(Fraction.of(online)));
    measures.set("component_weight", weights);
    measures.set("component_score", scores);
    measures.set("component_range", ranges);
  }

  /**
   * The mark of the course out of 10, exactly: the official one, else the weighted mean of the
   * components; empty while one of them is not known.
   */
  Optional<Fraction> courseMark() {
    if (official.isPresent()) {
      return official.flatMap(ComponentMarks::mark);
    }
    Fraction total = Fraction.ZERO;
    Fraction weight = Fraction.ZERO;
    for (Grade grade : components) {
      if (grade.weight() == null || mark(grade).isEmpty()) {
        return Optional.empty();
      }
      Fraction own = Fraction.of(grade.weight());
      total = total.plus(own.times(mark(grade).get()));
      weight = weight.plus(own);
    }
    return weight.signum() > 0 ? Optional.of(total.dividedBy(weight)) : Optional.empty();
  }

  private static Optional<Fraction> mark(Grade grade) {
    return score(grade)
        .flatMap(score -> range(grade).map(range -> Fraction.of(10).times(score).dividedBy(range)));
  }

  private static Optional<Fraction> score(Grade grade) {
    return switch (grade.state()) {
      case GRADED -> Optional.of(Fraction.of(grade.score()).minus(Fraction.of(grade.minScore())));
      case ABSENT_UNEXCUSED -> Optional.of(Fraction.ZERO);
      case PENDING, ABSENT_EXCUSED, EXCLUDED -> Optional.empty();
    };
  }

  private static Optional<Fraction> range(Grade grade) {
    return Optional.ofNullable(grade.maxScore())
        .map(most -> Fraction.of(most).minus(Fraction.of(grade.minScore())))
        .filter(range -> range.signum() > 0);
  }

  private static BigDecimal decimal(Fraction number) {
    return number.floor(SCALE);
  }
}
