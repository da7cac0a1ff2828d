package vn.chuyencan.source.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Names the rows of one file. A row is named by what is the same in every language and every
 * download: site, instant, Moodle's sentence with its numbers, origin, address. Where the sentence
 * has no number, the person's name stands for it, and where it names nothing of a course, the name
 * of the place: these two are lost when a person or a course is renamed between two downloads.
 *
 * <p>Rows that are equal in all of this happened as often as they are written: the second of them
 * is another row than the first, in this file and in every other that has both. So the names of a
 * file's rows do not depend on their order, and an overlapping download gives the same ones.
 */
final class RowIds {
  private final String site;
  private final Map<String, Integer> seen = new HashMap<>();

  RowIds(String site) {
    this.site = site;
  }

  /** What the row says, in no language. */
  String content(LogRow row, Instant instant, DescriptionIds ids, String actingName) {
    String person = ids.users().isEmpty() ? actingName : "";
    String place = ids.placed() ? "" : row.place();
    return String.join(
        "|",
        site,
        "log-download",
        instant.toString(),
        person,
        place,
        row.description(),
        row.origin() == null ? "" : row.origin(),
        row.ip());
  }

  /** Its name: the content and which of the equal rows it is. */
  String name(String content) {
    return content + "|" + seen.merge(content, 1, Integer::sum);
  }
}
