package vn.chuyencan.report.simulation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.model.CriterionDifference;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.Status;

/** A simulation as one JSON object for other programs: exact numbers, words as in the tables. */
public final class SimulationJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private SimulationJson() {}

  /**
   * The JSON, ended by {@code \n}.
   *
   * @param names names of learners by id, to be told beside it; empty: none
   */
  public static String of(Simulation simulation, Map<String, String> names) {
    ObjectNode root = JSON.createObjectNode();
    root.put("as_of", simulation.asOf().toString());
    ObjectNode baseline = root.putObject("baseline");
    baseline.put("source", simulation.baseline().source().name().toLowerCase(Locale.ROOT));
    baseline.put("publication", nullIfEmpty(simulation.baseline().publication()));
    baseline.put("differing", simulation.baseline().differing());
    ArrayNode assumptions = root.putArray("assumptions");
    for (Assumption one : simulation.assumptions()) {
      ObjectNode node = assumptions.addObject();
      node.put("subject", one.subject().name().toLowerCase(Locale.ROOT));
      node.put("name", nullIfEmpty(one.name()));
      node.put("before", nullIfEmpty(one.before()));
      node.put("after", nullIfEmpty(one.after()));
    }
    ArrayNode frozen = root.putArray("frozen");
    simulation.frozen().forEach(frozen::add);
    root.put("decisions", simulation.decisions().size());
    root.put("changed", simulation.changes().size());
    ArrayNode changes = root.putArray("changes");
    simulation.changes().forEach(change -> change(changes.addObject(), change, names));
    if (!simulation.sensitivity().isEmpty()) {
      ArrayNode sensitivity = root.putArray("sensitivity");
      simulation.sensitivity().forEach(row -> reading(sensitivity.addObject(), row));
    }
    return text(root);
  }

  private static String text(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void change(
      ObjectNode node, DecisionDifference change, Map<String, String> names) {
    node.put("course_id", change.courseId());
    node.put("certificate", change.certificate());
    node.put("learner_id", change.learnerId());
    if (names.containsKey(change.learnerId())) {
      node.put("name", names.get(change.learnerId()));
    }
    node.put("change", SimulationTables.word(change.kind()));
    node.put("status_before", SimulationTables.name(change.statusBefore()));
    node.put("status_after", SimulationTables.name(change.statusAfter()));
    ArrayNode criteria = node.putArray("criteria");
    for (CriterionDifference one : change.deciding()) {
      ObjectNode criterion = criteria.addObject();
      criterion.put("criterion_id", one.criterionId());
      criterion.put("law_id", one.either().lawId());
      criterion.put("unit", nullIfEmpty(one.either().unit()));
      side(criterion.putObject("before"), one.before());
      side(criterion.putObject("after"), one.after());
    }
  }

  private static void side(ObjectNode node, CriterionResult result) {
    node.put("status", result == null ? null : result.status().name());
    node.put("value", number(result == null ? null : result.value()));
    node.put("threshold", number(result == null ? null : result.threshold()));
  }

  private static BigDecimal number(BigDecimal number) {
    if (number == null) {
      return null;
    }
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static void reading(ObjectNode node, SensitivityRow row) {
    node.put("course_id", row.courseId());
    node.put("certificate", row.certificate());
    node.put("aspect", row.aspect());
    node.put("reading", nullIfEmpty(row.reading()));
    node.put("decisions", row.decisions());
    for (Status status : Status.values()) {
      node.put(status.name().toLowerCase(Locale.ROOT), row.count(status));
    }
    node.put("changed", row.changed());
  }

  private static String nullIfEmpty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
