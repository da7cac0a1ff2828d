package vn.chuyencan.comply;

import java.util.List;
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
 *     {@code scope_name}; null: one report of the institution. Its sections' queries see the scope
 *     as the only row of the table {@code scope}
 * @param regulations whose indicators it asks; may be empty
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
    List<Section> sections,
    List<Check> checks) {

  public Form {
    law = law == null ? List.of() : List.copyOf(law);
    regulations = regulations == null ? List.of() : List.copyOf(regulations);
    sections = sections == null ? List.of() : List.copyOf(sections);
    checks = checks == null ? List.of() : List.copyOf(checks);
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
   */
  public record Document(
      String type,
      String code,
      String subject,
      List<String> recipients,
      String signer,
      String signature) {

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
   * @param sql a query for the rows: the contract's columns by name, in its order
   * @param columns how the columns are printed; those of the contract that are not here are only in
   *     the files
   * @param landscape whether its pages lie
   * @param footnotes printed under the table
   * @param narrative queries for paragraphs, one column {@code text} each
   * @param draft rule ids by their beginnings, of which the findings that are not met are listed as
   *     a draft for the people who write this part; empty: none
   * @param people whether people write this part
   */
  public record Section(
      String heading,
      String note,
      String table,
      String sql,
      List<PrintedColumn> columns,
      boolean landscape,
      List<String> footnotes,
      List<String> narrative,
      List<String> draft,
      boolean people) {

    public Section {
      columns = columns == null ? List.of() : List.copyOf(columns);
      footnotes = footnotes == null ? List.of() : List.copyOf(footnotes);
      narrative = narrative == null ? List.of() : List.copyOf(narrative);
      draft = draft == null ? List.of() : List.copyOf(draft);
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
   */
  public record PrintedColumn(
      String column, String group, String header, String number, int weight) {}

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
