package vn.chuyencan.report.explain;

import java.util.List;
import vn.chuyencan.policy.Criterion;

/**
 * The measures that a criterion compares, the one that is its value first; combinations have none.
 */
final class MeasuresOf implements Criterion.Cases<List<String>> {
  static final MeasuresOf CASES = new MeasuresOf();

  private MeasuresOf() {}

  /** The measure that is the criterion's value; empty for a combination or an unknown criterion. */
  static String value(Criterion criterion) {
    List<String> measures = criterion == null ? List.of() : criterion.match(CASES);
    return measures.isEmpty() ? "" : measures.get(0);
  }

  @Override
  public List<String> atLeast(Criterion.AtLeast criterion) {
    return List.of(criterion.measure());
  }

  @Override
  public List<String> atMost(Criterion.AtMost criterion) {
    return List.of(criterion.measure());
  }

  @Override
  public List<String> atLeastInEveryWeek(Criterion.AtLeastInEveryWeek criterion) {
    return List.of(criterion.measure());
  }

  @Override
  public List<String> atLeastOnEachItem(Criterion.AtLeastOnEachItem criterion) {
    return List.of(criterion.measure());
  }

  @Override
  public List<String> shareOf(Criterion.ShareOf criterion) {
    return List.of(criterion.part(), criterion.whole());
  }

  @Override
  public List<String> allOf(Criterion.AllOf criterion) {
    return List.of();
  }

  @Override
  public List<String> anyOf(Criterion.AnyOf criterion) {
    return List.of();
  }

  @Override
  public List<String> compensatedBy(Criterion.CompensatedBy criterion) {
    return List.of();
  }

  @Override
  public List<String> reviewWhen(Criterion.ReviewWhen criterion) {
    return List.of();
  }
}
