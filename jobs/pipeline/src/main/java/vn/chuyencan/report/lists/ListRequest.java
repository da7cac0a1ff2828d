package vn.chuyencan.report.lists;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import vn.chuyencan.error.Language;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.document.Letterhead;

/**
 * Which lists to make, and what an office writes upon them.
 *
 * @param letterhead who issues them
 * @param language in which language
 * @param kinds which lists
 * @param number number of the list for signature; null leaves it open
 * @param date day on which they are issued; null leaves it open
 * @param mark whether CSV files begin with a byte order mark
 */
public record ListRequest(
    Letterhead letterhead,
    Language language,
    Set<ListKind> kinds,
    String number,
    LocalDate date,
    CsvMark mark) {

  public ListRequest {
    Objects.requireNonNull(letterhead, "letterhead");
    Objects.requireNonNull(language, "language");
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(mark, "mark");
  }
}
