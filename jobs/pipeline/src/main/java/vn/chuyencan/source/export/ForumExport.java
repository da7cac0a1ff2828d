package vn.chuyencan.source.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.PostText;
import vn.chuyencan.source.moodle.PostContent;
import vn.chuyencan.xapi.Fingerprinter;
import vn.chuyencan.xapi.Fingerprints;

/** Reads the export of a forum, whose headings are the columns of the table in every language. */
final class ForumExport {
  private ForumExport() {}

  static List<ForumPost> read(Download download, ExportSettings settings) throws IOException {
    return read(download, settings, Fingerprints.NONE);
  }

  /** The same with what is kept of texts. */
  static List<ForumPost> read(Download download, ExportSettings settings, Fingerprints wanted)
      throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < table.header().size(); place++) {
      places.put(Phrases.key(table.header().get(place)), place);
    }
    int created = places.get("created");
    DateReader dates = new DateReader(table.locale(), settings);
    table.rows().forEach(cells -> dates.observe(ReportTable.cell(cells, created)));
    Fingerprinter fingerprinter = new Fingerprinter(wanted);
    List<ForumPost> posts = new ArrayList<>();
    for (List<String> cells : table.rows()) {
      String when = ReportTable.cell(cells, created);
      Instant at =
          when.matches("\\d{5,12}")
              ? Instant.ofEpochSecond(Long.parseLong(when))
              : table.instant(dates, when);
      if (at == null) {
        throw new IOException("\"" + when + "\" is no time of a post.");
      }
      boolean deleted = number(cells, places, "deleted") != 0;
      String message = ReportTable.cell(cells, places.getOrDefault("message", -1));
      String attachment = ReportTable.cell(cells, places.getOrDefault("attachment", -1));
      // Without the column nobody can see whether a post says anything.
      if (!deleted && places.containsKey("message") && !PostContent.isThere(message, attachment)) {
        continue;
      }
      posts.add(
          new ForumPost(
              number(cells, places, "id"),
              number(cells, places, "discussion"),
              number(cells, places, "parent") == 0 ? PostKind.TOPIC : PostKind.REPLY,
              number(cells, places, "userid"),
              Phrases.optional(ReportTable.cell(cells, places.getOrDefault("userfullname", -1))),
              at,
              deleted,
              text(fingerprinter.text(message))));
    }
    return posts;
  }

  private static PostText text(Fingerprinter.Text told) {
    return told == null ? null : new PostText(told.key(), told.characters());
  }

  private static long number(List<String> cells, Map<String, Integer> places, String column)
      throws IOException {
    String cell = ReportTable.cell(cells, places.getOrDefault(column, -1));
    if (cell.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException none) {
      throw new IOException("\"" + cell + "\" is no number of the column " + column + ".", none);
    }
  }
}
