package vn.chuyencan.report.simulation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.CriterionDifference;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.DecisionDifference;
import vn.chuyencan.model.DecisionKey;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.NumberText;

/**
 * A simulation as text for a terminal: what is taken to be otherwise; for each certificate of each
 * course run how many decisions go from which status to which, who they are and by which criteria;
 * and the table of readings, where it was asked for. Lines end with {@code \n}; the text is in NFC.
 */
public final class SimulationText {
  /** So many learners of a certificate a reader still looks through. */
  static final int MOST = 50;

  private final Simulation simulation;
  private final Map<String, String> names;
  private final SimulationWords words;
  private final NumberText numbers;
  private final StringBuilder text = new StringBuilder();

  private SimulationText(Simulation simulation, Map<String, String> names, Language language) {
    this.simulation = simulation;
    this.names = names;
    this.words = new SimulationWords(language);
    this.numbers = new NumberText(language);
  }

  /**
   * The text.
   *
   * @param names names of learners by id, to be shown beside it; empty: none
   */
  public static String of(Simulation simulation, Map<String, String> names, Language language) {
    SimulationText summary = new SimulationText(simulation, names, language);
    summary.head();
    summary.certificates();
    summary.sensitivity();
    return Normalizer.normalize(summary.text, Normalizer.Form.NFC);
  }

  private void head() {
    Simulation.Baseline baseline = simulation.baseline();
    String asOf = simulation.asOf().toString();
    String differing = Integer.toString(baseline.differing());
    line(
        switch (baseline.source()) {
          case STORED ->
              baseline.publication().isEmpty()
                  ? words.text("head.unpublished", asOf)
                  : words.text("head.stored", asOf, baseline.publication());
          case DECIDED_ANEW -> words.text("head.decided", asOf, differing);
          case MEASURED_ANEW -> words.text("head.measured", asOf, differing);
        });
    if (simulation.assumptions().isEmpty()) {
      line("  " + words.text("assumption.none"));
    }
    simulation.assumptions().forEach(one -> line("  " + assumption(one)));
    if (!simulation.frozen().isEmpty()) {
      line("  " + words.text("frozen", String.join(", ", simulation.frozen())));
    }
    line("  " + words.text("computed"));
    line("");
    Set<DecisionKey> changed = new HashSet<>();
    Set<String> people = new HashSet<>();
    Set<String> everybody = new HashSet<>();
    for (Simulation.Compared one : simulation.decisions()) {
      everybody.add(one.key().learnerId());
      if (one.kind() != DecisionDifference.Kind.NONE) {
        changed.add(one.key());
        people.add(one.key().learnerId());
      }
    }
    line(
        words.text(
            "total",
            count(changed.size()),
            count(simulation.decisions().size()),
            count(people.size()),
            count(everybody.size())));
  }

  private String assumption(Assumption one) {
    String key =
        switch (one.subject()) {
          case POLICY -> "assumption.policy";
          case PARAMETER -> "assumption.parameter";
          case ESTIMATOR -> "assumption.estimator";
          case OPENS_ON -> "assumption.opens_on";
          case CLOSES_ON -> "assumption.closes_on";
        };
    return words.text(key, one.name(), orAbsent(one.before()), orAbsent(one.after()));
  }

  private String orAbsent(String value) {
    return value.isEmpty() ? words.text("assumption.absent") : value;
  }

  private void certificates() {
    Map<DecisionKey, List<Simulation.Compared>> decisions = new TreeMap<>(Simulation.ORDER);
    for (Simulation.Compared one : simulation.decisions()) {
      decisions.computeIfAbsent(certificate(one.key()), key -> new ArrayList<>()).add(one);
    }
    Map<DecisionKey, List<DecisionDifference>> changes = new TreeMap<>(Simulation.ORDER);
    for (DecisionDifference change : simulation.changes()) {
      DecisionKey key = certificate(DecisionKey.of(change.either()));
      changes.computeIfAbsent(key, fresh -> new ArrayList<>()).add(change);
    }
    decisions.forEach((key, all) -> certificate(key, all, changes.getOrDefault(key, List.of())));
  }

  /** A certificate of a course run, as a key that no learner has. */
  private static DecisionKey certificate(DecisionKey key) {
    return new DecisionKey(key.courseId(), "", key.certificate());
  }

  private void certificate(
      DecisionKey key, List<Simulation.Compared> decisions, List<DecisionDifference> changes) {
    line("");
    String all = count(decisions.size());
    if (changes.isEmpty()) {
      line(words.text("certificate.none", key.courseId(), key.certificate(), all));
      return;
    }
    line(words.text("certificate", key.courseId(), key.certificate(), all, count(changes.size())));
    matrix(decisions).forEach(row -> line("  " + row));
    boolean bothHaveIt =
        decisions.stream().anyMatch(one -> one.before() != null)
            && decisions.stream().anyMatch(one -> one.after() != null);
    if (bothHaveIt) {
      line("");
      changes.stream().limit(MOST).forEach(this::change);
      if (changes.size() > MOST) {
        line("  " + words.text("more", count(changes.size() - MOST)));
      }
    }
  }

  /** Statuses before as rows and after as columns, those that occur; null stands last. */
  private List<String> matrix(List<Simulation.Compared> decisions) {
    List<Status> statuses = new ArrayList<>(Arrays.asList(Status.values()));
    statuses.add(null);
    List<Status> rows = new ArrayList<>(statuses);
    rows.removeIf(status -> decisions.stream().noneMatch(one -> one.before() == status));
    List<Status> columns = new ArrayList<>(statuses);
    columns.removeIf(status -> decisions.stream().noneMatch(one -> one.after() == status));
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>();
    header.add(words.text("corner"));
    columns.forEach(status -> header.add(words.status(status)));
    table.add(header);
    for (Status before : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(words.status(before));
      for (Status after : columns) {
        long number =
            decisions.stream()
                .filter(one -> one.before() == before && one.after() == after)
                .count();
        cells.add(number == 0 ? "·" : count(number));
      }
      table.add(cells);
    }
    return table.lines();
  }

  private void change(DecisionDifference change) {
    String name = names.getOrDefault(change.learnerId(), "");
    line(
        "  "
            + change.learnerId()
            + (name.isEmpty() ? "" : " " + name)
            + ": "
            + arrow(change.statusBefore(), change.statusAfter()));
    change.deciding().forEach(one -> line("    " + criterion(one)));
  }

  private String arrow(Status before, Status after) {
    return before == after
        ? words.status(after)
        : words.text("change", words.status(before), words.status(after));
  }

  private String criterion(CriterionDifference change) {
    List<String> parts = new ArrayList<>();
    parts.add(arrow(change.statusBefore(), change.statusAfter()));
    add(parts, either(value(change.before()), value(change.after())));
    String threshold = either(threshold(change.before()), threshold(change.after()));
    add(parts, threshold.isEmpty() ? "" : words.text("threshold", threshold));
    return change.criterionId() + "  " + String.join(", ", parts);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  /** One text, or both where they are not the same. */
  private String either(String before, String after) {
    if (before.isEmpty() || before.equals(after)) {
      return after;
    }
    return after.isEmpty() ? before : words.text("change", before, after);
  }

  private String value(CriterionResult result) {
    if (result == null || result.value() == null || result.threshold() == null) {
      return "";
    }
    BigDecimal value = result.value();
    return numbers.value(value, result.threshold(), result.unit())
        + " "
        + words.unit(result.unit(), value);
  }

  private String threshold(CriterionResult result) {
    return result == null || result.threshold() == null
        ? ""
        : numbers.threshold(result.threshold(), result.unit());
  }

  private void sensitivity() {
    if (simulation.sensitivity().isEmpty()) {
      return;
    }
    Map<DecisionKey, List<SensitivityRow>> tables = new TreeMap<>(Simulation.ORDER);
    Set<Status> seen = new HashSet<>();
    for (SensitivityRow row : simulation.sensitivity()) {
      DecisionKey key = new DecisionKey(row.courseId(), "", row.certificate());
      tables.computeIfAbsent(key, fresh -> new ArrayList<>()).add(row);
      seen.addAll(row.counts().keySet());
    }
    List<Status> statuses = Arrays.stream(Status.values()).filter(seen::contains).toList();
    line("");
    line(words.text("sensitivity.note"));
    tables.forEach((key, rows) -> sensitivity(key, rows, statuses));
  }

  private void sensitivity(DecisionKey key, List<SensitivityRow> rows, List<Status> statuses) {
    line("");
    line(words.text("sensitivity", key.courseId(), key.certificate()));
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>();
    header.add(words.text("column.reading"));
    statuses.forEach(status -> header.add(words.status(status)));
    header.add(words.text("column.changed"));
    table.add(header);
    for (SensitivityRow row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(words.reading(row));
      statuses.forEach(status -> cells.add(orDot(row.count(status))));
      cells.add(orDot(row.changed()));
      table.add(cells);
    }
    table.lines().forEach(row -> line("  " + row));
  }

  private String orDot(int number) {
    return number == 0 ? "·" : count(number);
  }

  private String count(long number) {
    return numbers.exact(BigDecimal.valueOf(number));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
