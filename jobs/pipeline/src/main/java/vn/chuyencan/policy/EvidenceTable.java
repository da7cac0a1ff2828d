package vn.chuyencan.policy;

/** The table whose rows are behind a criterion's value. */
final class EvidenceTable implements Criterion.Cases<String> {
  /** Combinations lean on several tables; their parts name each. */
  private static final String ALL_MEASURES = "learner_course_measure";

  private final LearnerMeasures measures;

  EvidenceTable(LearnerMeasures measures) {
    this.measures = measures;
  }

  @Override
  public String atLeast(Criterion.AtLeast criterion) {
    return table(criterion.measure());
  }

  @Override
  public String atMost(Criterion.AtMost criterion) {
    return table(criterion.measure());
  }

  @Override
  public String atLeastInEveryWeek(Criterion.AtLeastInEveryWeek criterion) {
    return table(criterion.measure());
  }

  @Override
  public String atLeastOnEachItem(Criterion.AtLeastOnEachItem criterion) {
    return table(criterion.measure());
  }

  @Override
  public String shareOf(Criterion.ShareOf criterion) {
    return table(criterion.part());
  }

  @Override
  public String allOf(Criterion.AllOf criterion) {
    return ALL_MEASURES;
  }

  @Override
  public String anyOf(Criterion.AnyOf criterion) {
    return ALL_MEASURES;
  }

  @Override
  public String compensatedBy(Criterion.CompensatedBy criterion) {
    return ALL_MEASURES;
  }

  @Override
  public String reviewWhen(Criterion.ReviewWhen criterion) {
    return ALL_MEASURES;
  }

  private String table(String measure) {
    return measures.definition(measure).evidence();
  }
}
