package vn.chuyencan.comply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.comply.Regulation.Rule;
import vn.chuyencan.comply.Regulation.Words;
import vn.chuyencan.model.Status;

/**
 * Rules of regulations, judged over one body of evidence for one period. Where a register that a
 * rule asks is absent the rule lacks data: that is never a pass and never a failure.
 */
public final class Compliance implements AutoCloseable {
  /** The scope of a result that speaks of everything there is. */
  public static final String EVERYTHING = "*";

  private static final Words SCHOOL =
      new Words(
          "Văn bản về giáo dục đại học; cơ sở có kế hoạch bài dạy (lesson_plan) và không có chương"
              + " trình đào tạo (program) là trường phổ thông",
          "Of higher education; an institution with a plan of lessons (lesson_plan) and without"
              + " programmes (program) is a school");
  private static final Words NOTHING = new Words("", "");

  private final ReportPeriod period;
  private final Evidence evidence;
  private final Set<String> switches;
  private final Map<String, BigDecimal> thresholds;
  private final EvidenceBase base;
  private final List<Regulation.View> views;
  private final Needs needs;
  private final RollUp sums;
  private final IdentityHashMap<Rule, List<Indicator>> judged = new IdentityHashMap<>();
  private final Set<String> loaded = new TreeSet<>();
  private final Set<String> made = new TreeSet<>();

  /**
   * @param regulations whose rules will be asked
   * @param switches names under which rules that are not verified are switched on
   */
  public Compliance(
      ReportPeriod period, Evidence evidence, List<Regulation> regulations, Set<String> switches) {
    this(period, evidence, regulations, switches, Map.of());
  }

  /**
   * The same with least values of the institution's own.
   *
   * @param thresholds by rule, of rules that have none
   */
  public Compliance(
      ReportPeriod period,
      Evidence evidence,
      List<Regulation> regulations,
      Set<String> switches,
      Map<String, BigDecimal> thresholds) {
    this.thresholds = Map.copyOf(thresholds);
    this.period = period;
    this.evidence = evidence;
    this.switches = Set.copyOf(switches);
    this.base = EvidenceBase.of(period);
    this.views =
        Stream.of(Stream.of(Regulations.common()), regulations.stream(), Stream.of(Forms.common()))
            .flatMap(some -> some)
            .flatMap(regulation -> regulation.views().stream())
            .toList();
    this.needs = new Needs(views);
    this.sums = new RollUp(regulations);
  }

  /**
   * Judges those rules of these regulations that ask only of what stands by now, and takes up what
   * the others ask of that, so that it can be done beside the night's work.
   *
   * @param now how far the night is; to be asked again when it is further
   */
  public void prepare(List<Regulation> regulations, Evidence.Stands now) {
    for (Regulation regulation : regulations) {
      for (Rule rule : regulation.rules()) {
        // What is not there may still come, and what it lacks is told at the end.
        if (!rule.computable()
            || absent(rule.sql(), rule.optional()).stream().anyMatch(need -> stands(need, now))) {
          continue;
        }
        if (stands(rule, now)) {
          judge(regulation, rule);
        } else {
          needs.of(rule.sql()).stream().filter(need -> stands(need, now)).forEach(this::take);
          views(rule.sql()).stream().filter(view -> allStand(view.sql(), now)).forEach(this::make);
        }
      }
    }
  }

  private boolean stands(Rule rule, Evidence.Stands now) {
    return rule.rollUp().isEmpty()
        && Stream.of(rule.sql(), rule.alternative() == null ? null : rule.alternative().sql())
            .filter(Objects::nonNull)
            .allMatch(sql -> allStand(sql, now));
  }

  private boolean allStand(String sql, Evidence.Stands now) {
    return needs.of(sql).stream().allMatch(need -> stands(need, now));
  }

  private boolean stands(String need, Evidence.Stands now) {
    return evidence.stands(need).compareTo(now) <= 0;
  }

  /** All rules of a regulation, in its order. */
  public List<Indicator> judge(Regulation regulation) {
    List<Indicator> indicators = new ArrayList<>();
    for (Rule rule : regulation.rules()) {
      indicators.addAll(judge(regulation, rule));
    }
    return indicators;
  }

  /**
   * One rule: a result for each scope, by scope. A rule that others sum is judged once, as the
   * evidence does not change.
   */
  public List<Indicator> judge(Regulation regulation, Rule rule) {
    List<Indicator> before = judged.get(rule);
    if (before != null) {
      return before;
    }
    List<Indicator> found = List.copyOf(judgeAnew(regulation, rule));
    judged.put(rule, found);
    return found;
  }

  private List<Indicator> judgeAnew(Regulation regulation, Rule written) {
    BigDecimal least = thresholds.get(written.id());
    Rule rule = least == null ? written : written.with(new Regulation.Threshold(least, null, null));
    if (!rule.computable()) {
      return List.of(silent(regulation, rule, null, rule.notComputable()));
    }
    if (rule.onlyWith() != null && !switches.contains(rule.onlyWith())) {
      return List.of(silent(regulation, rule, Status.NOT_APPLICABLE, off(rule.onlyWith())));
    }
    Regulation.InForce inForce = rule.inForce() == null ? regulation.inForce() : rule.inForce();
    if (!inForce.on(period.cutOff())) {
      return List.of(silent(regulation, rule, Status.NOT_APPLICABLE, notInForce(inForce)));
    }
    if (regulation.higherEducation() && isSchool()) {
      return List.of(silent(regulation, rule, Status.NOT_APPLICABLE, SCHOOL));
    }
    if (!rule.rollUp().isEmpty()) {
      sums.judge(rule, this, base);
    }
    Set<String> absent = absent(rule.sql(), rule.optional());
    if (!absent.isEmpty()) {
      return List.of(lacking(regulation, rule, absent));
    }
    List<Map<String, Object>> rows = rows(rule.sql());
    if (rows.isEmpty()) {
      return List.of(nothingFound(regulation, rule));
    }
    Map<String, Finding> others = others(rule);
    return rows.stream()
        .map(row -> Finding.of(row, rule.threshold(), rule.missing()))
        .map(finding -> indicator(regulation, rule, finding, others))
        .toList();
  }

  /** Schools keep a plan of lessons, and no programmes. */
  private boolean isSchool() {
    return evidence.has("reg.lesson_plan") && !evidence.has("reg.program");
  }

  /**
   * The rows of a query over the evidence.
   *
   * @param sql may name registers, tables of the lake and views
   */
  public List<Map<String, Object>> rows(String sql) {
    load(sql);
    return base.rows(sql);
  }

  /** Of what time it tells. */
  public ReportPeriod period() {
    return period;
  }

  /** The views that a query names, and those between, each after those that it names. */
  List<Regulation.View> views(String sql) {
    return needs.views(sql, views);
  }

  /** A table from elsewhere, in place of one of that name. */
  void put(String name, List<EvidenceTable.Column> columns, List<Object[]> rows) {
    base.put(name, columns, rows);
  }

  /** Whether a query names a view, or a word as a view would be named. */
  boolean names(String sql, String word) {
    return needs.names(sql, word);
  }

  List<String> identifiers(String table) {
    return base.identifiers(table);
  }

  String databaseVersion() {
    return base.version();
  }

  Evidence evidence() {
    return evidence;
  }

  /** Which registers and tables of the lake a query asks that are not there, sorted. */
  public Set<String> absent(String sql, List<String> optional) {
    return needs.of(sql).stream()
        .filter(need -> !evidence.has(need))
        .filter(need -> !optional.contains(need.substring(need.indexOf('.') + 1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Which registers and tables of the lake a query asks, sorted. */
  public Set<String> needs(String sql) {
    return needs.of(sql);
  }

  /** Who must supply what is missing. */
  public Words supplier(Set<String> missing) {
    return new Words(
        missing.stream()
            .map(need -> evidence.supplier(need).vi())
            .distinct()
            .collect(Collectors.joining("; ")),
        missing.stream()
            .map(need -> evidence.supplier(need).en())
            .distinct()
            .collect(Collectors.joining("; ")));
  }

  private void load(String sql) {
    needs.of(sql).forEach(this::take);
    for (Regulation.View view : views) {
      if (needs.names(sql, view.name())) {
        make(view);
      }
    }
  }

  private void make(Regulation.View view) {
    if (!made.contains(view.name())) {
      // What it names was found among the needs, but the views between are to be made first.
      load(view.sql());
      made.add(view.name());
      base.add(view);
    }
  }

  private void take(String need) {
    if (loaded.add(need)) {
      base.add(evidence.table(need));
    }
  }

  private Map<String, Finding> others(Rule rule) {
    Map<String, Finding> others = new HashMap<>();
    if (rule.alternative() == null) {
      return others;
    }
    Regulation.Alternative other = rule.alternative();
    String sql = other.sql() == null ? rule.sql() : other.sql();
    if (absent(sql, rule.optional()).isEmpty()) {
      Regulation.Threshold threshold =
          other.threshold() == null ? rule.threshold() : other.threshold();
      for (Map<String, Object> row : rows(sql)) {
        others.put((String) row.get("scope_id"), Finding.of(row, threshold, rule.missing()));
      }
    }
    return others;
  }

  private Indicator indicator(
      Regulation regulation, Rule rule, Finding finding, Map<String, Finding> others) {
    Map<String, Object> row = finding.row();
    String scope = (String) row.get("scope_id");
    Finding other = others.get(scope);
    Status status = finding.status();
    if (other != null
        && rule.alternative().review()
        && other.status() != status
        && (status == Status.MET || status == Status.NOT_MET)) {
      status = Status.NEEDS_REVIEW;
    }
    String missing = Objects.toString(row.get("missing"), "");
    String note = (String) row.get("note");
    Words words = note == null ? NOTHING : rule.notes().get(note);
    if (words == null) {
      throw new IllegalStateException(rule.id() + " has no note " + note);
    }
    Words supplier = missing.isEmpty() ? NOTHING : supplierOf(missing);
    return new Indicator(
        regulation,
        rule,
        scope,
        (String) row.get("scope_name"),
        (BigDecimal) row.get("numerator"),
        (BigDecimal) row.get("denominator"),
        finding.value(),
        (BigDecimal) row.get("lower_bound"),
        (BigDecimal) row.get("upper_bound"),
        status,
        missing,
        supplier.vi(),
        supplier.en(),
        words.vi(),
        words.en(),
        Objects.toString(row.get("detail"), ""),
        other == null ? null : other.value(),
        other == null ? null : other.status());
  }

  /** A query names what it misses by a register's name, with more words after it or not. */
  private Words supplierOf(String missing) {
    Set<String> registers = new TreeSet<>();
    for (String part : missing.split(";", -1)) {
      String register = "reg." + part.strip().split("[ (:]", -1)[0];
      if (!evidence.supplier(register).vi().isEmpty()) {
        registers.add(register);
      }
    }
    return supplier(registers);
  }

  private Indicator lacking(Regulation regulation, Rule rule, Set<String> absent) {
    return ofEverything(
        regulation,
        rule,
        Status.INSUFFICIENT_DATA,
        absent.stream()
            .map(need -> need.substring(need.indexOf('.') + 1))
            .collect(Collectors.joining("; ")),
        supplier(absent),
        NOTHING);
  }

  /** Registers are there and hold nothing of it: who keeps them must supply it (M1, M2). */
  private Indicator nothingFound(Regulation regulation, Rule rule) {
    Status status = Finding.ofNothing(rule.missing());
    Set<String> asked =
        needs(rule.sql()).stream()
            .filter(need -> need.startsWith("reg."))
            .filter(need -> !rule.optional().contains(need.substring(need.indexOf('.') + 1)))
            .collect(Collectors.toCollection(TreeSet::new));
    return ofEverything(
        regulation,
        rule,
        status,
        "",
        status == Status.NOT_APPLICABLE ? NOTHING : supplier(asked),
        whyNothing(rule));
  }

  private static Indicator silent(Regulation regulation, Rule rule, Status status, Words why) {
    return ofEverything(regulation, rule, status, "", NOTHING, why);
  }

  /** A result without a figure. */
  private static Indicator ofEverything(
      Regulation regulation, Rule rule, Status status, String missing, Words supplier, Words why) {
    return new Indicator(
        regulation,
        rule,
        EVERYTHING,
        null,
        null,
        null,
        null,
        null,
        null,
        status,
        missing,
        supplier.vi(),
        supplier.en(),
        why.vi(),
        why.en(),
        "",
        null,
        null);
  }

  private static Words off(String name) {
    return new Words(
        "Đang tắt: văn bản chưa được kiểm chứng; bật bằng " + name,
        "Off: the text is not verified; switch it on by " + name);
  }

  private static Words notInForce(Regulation.InForce inForce) {
    String to = inForce.to() == null ? "…" : inForce.to().toString();
    return new Words(
        "Không có hiệu lực trong kỳ (" + inForce.from() + " – " + to + ")",
        "Not in force in the period (" + inForce.from() + " – " + to + ")");
  }

  private static Words whyNothing(Rule rule) {
    return switch (rule.missing()) {
      case M2 -> new Words("Thiếu minh chứng", "No evidence");
      case M5 -> new Words("Không có trường hợp nào", "There is no such case");
      case M1, M3, M4 -> new Words("Không có dòng nào để tính", "There is no row to compute from");
    };
  }

  @Override
  public void close() {
    base.close();
  }
}
