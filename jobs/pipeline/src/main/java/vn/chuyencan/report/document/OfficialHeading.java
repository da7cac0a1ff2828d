package vn.chuyencan.report.document;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What stands above the text of a document.
 *
 * @param number the number that the office gave; null leaves room for it
 * @param typeCode abbreviation of the type in the number, such as {@code BC}
 * @param date when it was issued; null leaves room for it
 * @param type the type in capitals, such as {@code BÁO CÁO}
 * @param subject what it is about; line feeds break its lines
 */
public record OfficialHeading(
    String number, String typeCode, LocalDate date, String type, String subject) {

  public OfficialHeading {
    Objects.requireNonNull(typeCode, "typeCode");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subject, "subject");
  }
}
