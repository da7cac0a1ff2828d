package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Status;

/**
 * From the learners of a course run to those who are entitled to one certificate, with what keeps
 * the others back. Each learner is in one place: who fails several criteria is lost at the first of
 * them; beside it stands how many fail it at all. What persons decided counts.
 */
final class Funnel {
  /** The order in which criteria are read. */
  private final List<String> order;

  private final Map<String, Long> lostAt = new LinkedHashMap<>();
  private final Map<String, Long> failing = new LinkedHashMap<>();
  private final Map<Status, Long> statuses = new TreeMap<>();
  private final Map<String, Long> lacking = new TreeMap<>();
  private final Map<String, Long> reasons = new TreeMap<>();
  private long refused;

  Funnel(List<String> order) {
    this.order = List.copyOf(order);
    order.forEach(
        criterion -> {
          lostAt.put(criterion, 0L);
          failing.put(criterion, 0L);
        });
  }

  /**
   * Takes in one learner.
   *
   * @param standing the status after what persons decided
   * @param computed the status that was computed
   * @param unmet the criteria that are not met
   * @param missing what is lacking
   * @param review why a person must decide
   */
  void add(
      Status standing,
      Status computed,
      List<String> unmet,
      List<String> missing,
      List<String> review) {
    statuses.merge(standing, 1L, Long::sum);
    if (standing == Status.NOT_MET) {
      if (computed != Status.NOT_MET || unmet.isEmpty()) {
        refused++;
      } else {
        lostAt.merge(first(unmet), 1L, Long::sum);
        unmet.forEach(criterion -> failing.merge(criterion, 1L, Long::sum));
      }
    } else if (standing == Status.INSUFFICIENT_DATA) {
      missing.forEach(input -> lacking.merge(input, 1L, Long::sum));
    } else if (standing == Status.NEEDS_REVIEW) {
      review.forEach(reason -> reasons.merge(reason, 1L, Long::sum));
    }
  }

  private String first(List<String> unmet) {
    return order.stream().filter(unmet::contains).findFirst().orElse(unmet.get(0));
  }

  private long of(Status status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** How many learners there are. */
  long enrolled() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many are entitled. */
  long eligible() {
    return of(Status.MET) + of(Status.MET_BY_COMPENSATION);
  }

  /** The places of learners in order, each once: they add up to {@link #enrolled}. */
  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("not_applicable", "", of(Status.NOT_APPLICABLE), 0));
    steps.add(new Step("insufficient", "", of(Status.INSUFFICIENT_DATA), 0));
    lostAt.forEach(
        (criterion, count) ->
            steps.add(
                new Step("criterion", criterion, count, failing.getOrDefault(criterion, 0L))));
    steps.add(new Step("refused", "", refused, 0));
    steps.add(new Step("review", "", of(Status.NEEDS_REVIEW), 0));
    steps.add(new Step("compensated", "", of(Status.MET_BY_COMPENSATION), 0));
    steps.add(new Step("met", "", of(Status.MET), 0));
    return steps;
  }

  /** A place where learners are. */
  private record Step(String kind, String criterion, long count, long failing) {}

  /** The funnel for a page. */
  ObjectNode json(Suppression suppression) {
    List<Step> steps = steps();
    long[] shown = suppression.parts(steps.stream().mapToLong(Step::count).toArray());
    ArrayNode list = SiteJson.list();
    for (int step = 0; step < shown.length; step++) {
      list.addObject()
          .put("kind", steps.get(step).kind())
          .put("criterion", steps.get(step).criterion())
          .put("count", shown[step])
          .put("failing", suppression.alone(steps.get(step).failing()));
    }
    ObjectNode json = SiteJson.object();
    json.put("enrolled", suppression.alone(enrolled()));
    json.put("eligible", eligible(suppression, shown));
    json.set("steps", list);
    json.set("lacking", counts(lacking, suppression));
    json.set("reasons", counts(reasons, suppression));
    return json;
  }

  /** Both who met all and who compensated are shown, or their sum is not. */
  private long eligible(Suppression suppression, long[] shown) {
    boolean told =
        shown[shown.length - 1] != Suppression.HIDDEN
            && shown[shown.length - 2] != Suppression.HIDDEN;
    return told ? suppression.alone(eligible()) : Suppression.HIDDEN;
  }

  private static ArrayNode counts(Map<String, Long> counts, Suppression suppression) {
    ArrayNode list = SiteJson.list();
    counts.forEach(
        (code, count) -> list.addObject().put("code", code).put("count", suppression.alone(count)));
    return list;
  }
}
