package vn.chuyencan.comply;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.chuyencan.comply.Regulation.Words;

/**
 * A report that an institution hands in, as data: a file of {@code schemas/forms}.
 *
 * @param id its name in commands, such as {@code circular28-annex1}
 * @param regulation whose form it is
 * @param law the rules that demand it
 * @param title what it is
 * @param document how its document begins and ends
 * @param audience who may read it
 * @param each a query for the scopes of which each gets a report of its own, {@code scope_id} and
 *     {@code scope_name}, and where another body issues it {@code parent, abbreviation, place,
 *     signer_title, signer}; null: one report of the institution. All queries of the form see the
 *     scope as the only row of the table {@code scope}
 * @param regulations whose indicators it asks, as the table {@code indicator}; {@code *} for all,
 *     may be empty
 * @param cutOff the day of the year at which the figures are taken when the form is due before the
 *     year is over (R5), such as {@code 12-15}; null: none
 * @param sections its parts in order
 * @param checks what must agree before it is handed in
 */
public record Form(
    String id,
    String regulation,
    List<String> law,
    Words title,
    Document document,
    Audience audience,
    String each,
    List<String> regulations,
    @JsonProperty("cut_off") String cutOff,
    List<Section> sections,
    List<Check> checks) {

  public Form {
    law = law == null ? List.of() : List.copyOf(law);
    regulations = regulations == null ? List.of() : List.copyOf(regulations);
    sections = sections == null ? List.of() : List.copyOf(sections);
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /** The last day that the figures of a year count, of those up to a day. */
  public LocalDate lastDay(int year, LocalDate upTo) {
    LocalDate end = LocalDate.of(year, 12, 31);
    if (cutOff == null || !upTo.isBefore(end)) {
      return upTo;
    }
    LocalDate day = MonthDay.parse("--" + cutOff).atYear(year);
    return upTo.isBefore(day) ? upTo : day;
  }

  /** All queries but those of rules. */
  public Stream<String> queries() {
    return Stream.concat(
        Stream.ofNullable(each),
        Stream.concat(
            sections.stream().flatMap(Section::queries), checks.stream().map(Check::sql)));
  }

  /** Who may read a report (X-PD-7). */
  public enum Audience {
    /** The authorities: all figures. */
    STATUTORY,
    /** Everybody, because the law says so: all counts and no person. */
    DISCLOSED,
    /** Everybody, of the institution's own will: small counts are left out. */
    VOLUNTARY,
    /** Signers: names appear. */
    SIGNATURE
  }

  /**
   * The document around the sections.
   *
   * @param type such as BÁO CÁO
   * @param code its abbreviation in the number, such as BC
   * @param subject below the type; {@code {year}} and {@code {scope}} stand for what they say
   * @param recipients who gets it, in order; may be changed by the configuration
   * @param signer who signs, such as LÃNH ĐẠO CƠ SỞ ĐÀO TẠO
   * @param signature what stands under the signer, such as (Ký tên và đóng dấu)
   * @param byInstitution whether the institution issues it although each scope has its own, as for
   *     a semester or a course; otherwise the scope is who issues it
   */
  public record Document(
      String type,
      String code,
      String subject,
      List<String> recipients,
      String signer,
      String signature,
      @JsonProperty("by_institution") boolean byInstitution) {

    public Document {
      recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }
  }

  /**
   * A part of a report.
   *
   * @param heading its heading as printed
   * @param note a remark under the heading; null: none
   * @param table the contract of the table in {@code schemas/tables}; null where it has none
   * @param sql a query for the rows: the contract's columns by name, in its order. Where it has a
   *     column {@code line}, its {@code ITEM} is a line like others, {@code SUM} adds lines up, and
   *     {@code NOTE} explains one, its empty cells are blank
   * @param without by register: the columns whose values nobody knows where it is absent
   * @param columns how the columns are printed; those of the contract that are not here are only in
   *     the files
   * @param landscape whether its pages lie
   * @param footnotes printed under the table
   * @param remarks queries for lines under the table, one column {@code text} each
   * @param narrative queries for paragraphs, one column {@code text} each
   * @param draft queries for what is listed as a draft for the people who write this part
   * @param people whether people write this part
   * @param filesOnly whether it is in the workbook and the files and not in the document
   */
  public record Section(
      String heading,
      String note,
      String table,
      String sql,
      Map<String, List<String>> without,
      List<PrintedColumn> columns,
      boolean landscape,
      List<String> footnotes,
      List<String> remarks,
      List<String> narrative,
      List<String> draft,
      boolean people,
      @JsonProperty("files_only") boolean filesOnly) {

    public Section {
      without = without == null ? Map.of() : Map.copyOf(without);
      columns = columns == null ? List.of() : List.copyOf(columns);
      footnotes = footnotes == null ? List.of() : List.copyOf(footnotes);
      remarks = remarks == null ? List.of() : List.copyOf(remarks);
      narrative = narrative == null ? List.of() : List.copyOf(narrative);
      draft = draft == null ? List.of() : List.copyOf(draft);
    }

    Stream<String> queries() {
      return Stream.of(Stream.ofNullable(sql), remarks.stream(), narrative.stream(), draft.stream())
          .flatMap(queries -> queries);
    }
  }

  /**
   * A printed column.
   *
   * @param column its name in the contract
   * @param group the heading above several; null: none
   * @param header its heading
   * @param number the number that the form prints, such as {@code (4)}; null: none
   * @param weight its share of the width; 0: 1
   * @param left whether text stands at the left and not in the middle
   * @param may whether it may be empty without anything being unknown: nothing is printed then
   * @param blankUnless the same of lines where the column of that name is false; null: none
   * @param words texts for codes; a code without text is printed as it is
   */
  public record PrintedColumn(
      String column,
      String group,
      String header,
      String number,
      int weight,
      boolean left,
      @JsonProperty("may_be_empty") boolean may,
      @JsonProperty("blank_unless") String blankUnless,
      Map<String, String> words) {

    public PrintedColumn {
      weight = weight == 0 ? 1 : weight;
      words = words == null ? Map.of() : Map.copyOf(words);
    }
  }

  /**
   * A check of a report.
   *
   * @param id its number, such as {@code C28-PL-R2}
   * @param title what must be
   * @param severity what it makes of the report
   * @param sql a query for what does not agree: {@code scope_id} and {@code detail}
   */
  public record Check(String id, Words title, Severity severity, String sql) {}

  /** What a check that fails makes of a report. */
  public enum Severity {
    /** A draft. */
    ERROR,
    /** Nothing; it is listed. */
    WARNING
  }
}
