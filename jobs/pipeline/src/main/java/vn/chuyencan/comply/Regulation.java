package vn.chuyencan.comply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regulation as data: a file of {@code schemas/regulations}.
 *
 * @param id its name in commands, such as {@code circular-28-2023}
 * @param instrument how the law calls it
 * @param title what it is about
 * @param inForce from when to when it applies
 * @param higherEducation whether it is of institutions of higher education only
 * @param views named queries that its rules share, each made once, in this order
 * @param rules its rules in the order of the text
 */
public record Regulation(
    String id,
    String instrument,
    Words title,
    @JsonProperty("in_force") InForce inForce,
    @JsonProperty("higher_education") boolean higherEducation,
    List<View> views,
    List<Rule> rules) {

  public Regulation {
    views = views == null ? List.of() : List.copyOf(views);
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /** The place of a rule in the text, from 1. */
  int position(String rule) {
    return rules.stream().map(Rule::id).toList().indexOf(rule) + 1;
  }

  /** A text in both languages. */
  public record Words(String vi, String en) {}

  /** Days on which something applies, inclusive; without a last day it still does. */
  public record InForce(LocalDate from, LocalDate to) {

    /** Whether it applies on a day. */
    public boolean on(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * A query that others use like a table.
   *
   * @param name the table's name
   * @param sql the query
   */
  public record View(String name, String sql) {}

  /** What a missing row means (REQUIREMENTS 0.3). */
  public enum Missing {
    /** Data is missing. */
    M1,
    /** The record is itself what the text asks for: not met. */
    M2,
    /** The row was left out and counted. */
    M3,
    /** The text says what a missing value is. */
    M4,
    /** The text asks for it only where there is one: not applicable. */
    M5
  }

  /** How much it weighs. */
  public enum Severity {
    /** The text demands it. */
    OBLIGATION,
    /** A guideline, or a rule of good practice. */
    WARNING,
    /** A figure for which the text sets no threshold. */
    INDICATOR
  }

  /**
   * A number that a value is compared with, exactly.
   *
   * @param atLeast the value is this or more
   * @param moreThan the value is more than this
   * @param atMost the value is this or less
   */
  public record Threshold(
      @JsonProperty("at_least") BigDecimal atLeast,
      @JsonProperty("more_than") BigDecimal moreThan,
      @JsonProperty("at_most") BigDecimal atMost) {}

  /**
   * Another way in which the text can be read.
   *
   * @param reading what it is
   * @param sql the query under it
   * @param threshold its threshold where that is another
   * @param review whether a person must decide where the two differ
   */
  public record Alternative(Words reading, String sql, Threshold threshold, boolean review) {}

  /**
   * One rule.
   *
   * @param id its number in the requirements, such as {@code C28-2.1}
   * @param title what it asks
   * @param citation the words of the text; empty where none are quoted
   * @param scope of what each result speaks: institution, programme, section …
   * @param severity how much it weighs
   * @param unit of the value
   * @param threshold what the value must be; null where the query says the status, or none is set
   * @param missing what an empty result means
   * @param optional registers that may be absent without anything lacking
   * @param reading how the text is read
   * @param sql a query with a row for each scope: {@code scope_id} and any of {@code scope_name,
   *     numerator, denominator, value, lower_bound, upper_bound, status, missing, detail} or the
   *     code of a note
   * @param rows a query for the rows behind it, {@code scope_id} first; null: none
   * @param alternative another reading; null: none
   * @param notes texts by the codes that the query gives in its column for a note
   * @param inForce when it applies, where that is not as its regulation
   * @param onlyWith the switch without which it is off, for rules that are not verified; null: none
   * @param notComputable why no program can say it; then there is no query
   * @param rollUp beginnings of the ids of rules of which this one is the sum; then it needs no
   *     query of its own
   */
  public record Rule(
      String id,
      Words title,
      String citation,
      String scope,
      Severity severity,
      String unit,
      Threshold threshold,
      Missing missing,
      List<String> optional,
      Words reading,
      String sql,
      String rows,
      Alternative alternative,
      Map<String, Words> notes,
      @JsonProperty("in_force") InForce inForce,
      @JsonProperty("only_with") String onlyWith,
      @JsonProperty("not_computable") Words notComputable,
      @JsonProperty("roll_up") List<String> rollUp) {

    public Rule {
      citation = citation == null ? "" : citation;
      scope = scope == null ? "institution" : scope;
      severity = severity == null ? Severity.OBLIGATION : severity;
      unit = unit == null ? "" : unit;
      missing = missing == null ? Missing.M1 : missing;
      optional = optional == null ? List.of() : List.copyOf(optional);
      notes = notes == null ? Map.of() : Map.copyOf(notes);
      rollUp = rollUp == null ? List.of() : List.copyOf(rollUp);
      sql = sql == null && !rollUp.isEmpty() ? RollUp.sql(rollUp) : sql;
    }

    /** The same with another threshold. */
    Rule with(Threshold other) {
      return new Rule(
          id,
          title,
          citation,
          scope,
          severity,
          unit,
          other,
          missing,
          optional,
          reading,
          sql,
          rows,
          alternative,
          notes,
          inForce,
          onlyWith,
          notComputable,
          rollUp);
    }

    /** Whether a program can say it. */
    public boolean computable() {
      return sql != null;
    }

    /** The other reading, where there is one. */
    public Optional<Alternative> otherwise() {
      return Optional.ofNullable(alternative);
    }
  }
}
