package vn.chuyencan.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.chuyencan.decide.MeasureVariation;
import vn.chuyencan.measure.Reading;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Labels;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.simulation.SensitivityRow;
import vn.chuyencan.report.simulation.Simulation;

/**
 * The readings that a sensitivity table tries beside the decisions: one aspect at a time is read
 * otherwise, and of that aspect only this reading is looked at.
 */
final class SensitivityReadings {
  private static final String DECIDED = "decided";
  private static final String SIMULATED = "simulated";

  private final List<Tried> all = new ArrayList<>();
  private final int simulated;
  private int next;

  /**
   * A reading that is tried.
   *
   * @param number of its scenario
   * @param aspect what is read
   * @param name how
   * @param title what the policy calls it; empty where the product does
   * @param parameters values that it gives parameters of policies, by hash of the policy
   */
  record Tried(
      int number,
      String aspect,
      String name,
      Optional<Labels> title,
      Reading reading,
      MeasureVariation variation,
      Map<String, Map<String, String>> parameters) {}

  /**
   * @param rules of the simulation, which the readings vary
   * @param first number of the first scenario; the one before it is the simulation itself
   */
  SensitivityReadings(SimulationRules rules, int first) {
    this.simulated = first - 1;
    this.next = first;
    Reading own = rules.reading();
    for (Duration gap : Estimator.BAND) {
      add(
          "session_gap",
          Long.toString(gap.toMinutes()),
          own.withGap(gap),
          MeasureVariation.TIME_ALONE);
    }
    add("average", "macro", own, MeasureVariation.MACRO_ALONE);
    add("average", "pooled", own, MeasureVariation.POOLED_ALONE);
    add("attendance", "present", own, MeasureVariation.NONE);
    add("attendance", "excused", own, MeasureVariation.WITHOUT_EXCUSED);
    for (PolicyText text : rules.simulated()) {
      for (Policy.Variant variant : text.policy().variants()) {
        String name = several(rules) ? text.policy().id() + "/" + variant.id() : variant.id();
        all.add(
            new Tried(
                next++,
                "variant",
                name,
                Optional.of(variant.title()),
                own,
                MeasureVariation.NONE,
                Map.of(text.policy().hash(), variant.changes())));
      }
    }
  }

  private static boolean several(SimulationRules rules) {
    return rules.simulated().size() > 1;
  }

  private void add(String aspect, String name, Reading reading, MeasureVariation variation) {
    all.add(new Tried(next++, aspect, name, Optional.empty(), reading, variation, Map.of()));
  }

  /** All that are tried. */
  List<Tried> all() {
    return List.copyOf(all);
  }

  /**
   * The table.
   *
   * @param before the decisions before
   * @param verdicts of all scenarios
   * @param otherwise whether the simulation itself takes anything to be otherwise
   */
  List<SensitivityRow> rows(
      Map<DecisionKey, Status> before, List<Verdict> verdicts, boolean otherwise) {
    Map<Integer, Map<DecisionKey, Status>> after = new TreeMap<>();
    for (Verdict verdict : verdicts) {
      after
          .computeIfAbsent(verdict.scenario(), number -> new HashMap<>())
          .put(verdict.key(), verdict.status());
    }
    Map<DecisionKey, List<SensitivityRow>> tables = new TreeMap<>(Simulation.ORDER);
    add(tables, 1, DECIDED, "", Optional.empty(), before, before);
    if (otherwise) {
      add(
          tables,
          2,
          SIMULATED,
          "",
          Optional.empty(),
          before,
          after.getOrDefault(simulated, Map.of()));
    }
    for (int index = 0; index < all.size(); index++) {
      Tried tried = all.get(index);
      add(
          tables,
          3 + index,
          tried.aspect(),
          tried.name(),
          tried.title(),
          before,
          after.getOrDefault(tried.number(), Map.of()));
    }
    List<SensitivityRow> rows = new ArrayList<>();
    tables.values().forEach(rows::addAll);
    return rows;
  }

  /** A certificate of a course run, as a key that no learner has. */
  private static DecisionKey certificate(DecisionKey key) {
    return new DecisionKey(key.courseId(), "", key.certificate());
  }

  private static void add(
      Map<DecisionKey, List<SensitivityRow>> tables,
      int sequence,
      String aspect,
      String reading,
      Optional<Labels> title,
      Map<DecisionKey, Status> before,
      Map<DecisionKey, Status> after) {
    Map<DecisionKey, EnumMap<Status, Integer>> counts = new HashMap<>();
    Map<DecisionKey, Integer> changed = new HashMap<>();
    after.forEach(
        (key, status) -> {
          DecisionKey certificate = certificate(key);
          counts
              .computeIfAbsent(certificate, fresh -> new EnumMap<>(Status.class))
              .merge(status, 1, Integer::sum);
          if (before.get(key) != status) {
            changed.merge(certificate, 1, Integer::sum);
          }
        });
    before.keySet().stream()
        .filter(key -> !after.containsKey(key))
        .forEach(
            key -> {
              counts.computeIfAbsent(certificate(key), fresh -> new EnumMap<>(Status.class));
              changed.merge(certificate(key), 1, Integer::sum);
            });
    counts.forEach(
        (certificate, some) ->
            tables
                .computeIfAbsent(certificate, fresh -> new ArrayList<>())
                .add(
                    new SensitivityRow(
                        certificate.courseId(),
                        certificate.certificate(),
                        sequence,
                        aspect,
                        reading,
                        title,
                        some,
                        changed.getOrDefault(certificate, 0))));
  }
}
