package vn.chuyencan.report.forms;

import java.time.LocalDate;
import java.util.List;
import vn.chuyencan.report.document.Letterhead;
import vn.chuyencan.report.document.OfficialHeading;

/**
 * A report in an official form, ready to be written.
 *
 * @param subject of what it tells
 * @param letterhead who issues and signs it
 * @param heading what stands above the text
 * @param addressees to whom it is addressed under the heading; empty: to nobody, as the form has it
 * @param remark of what time the figures are; null: none
 * @param draft what every page says where the report is a draft; empty when it is none
 * @param parts its parts in order
 * @param tables further tables as files, such as what does not agree
 */
public record FormReport(
    Subject subject,
    Letterhead letterhead,
    OfficialHeading heading,
    List<String> addressees,
    String remark,
    String draft,
    List<FormPart> parts,
    List<FormTable> tables) {

  public FormReport {
    addressees = List.copyOf(addressees);
    parts = List.copyOf(parts);
    tables = List.copyOf(tables);
  }

  /**
   * Of what a report tells.
   *
   * @param form its name in commands
   * @param law the rules that demand it
   * @param scope who issues it; {@code *}: the institution
   * @param year the year
   * @param cutOff the last day that counts
   * @param complete whether the year was over
   * @param errors how many things do not agree that must
   * @param warnings how many things are to be looked at
   * @param codeVersion the version that made it
   */
  public record Subject(
      String form,
      List<String> law,
      String scope,
      int year,
      LocalDate cutOff,
      boolean complete,
      int errors,
      int warnings,
      String codeVersion) {
    public Subject {
      law = List.copyOf(law);
    }
  }
}
