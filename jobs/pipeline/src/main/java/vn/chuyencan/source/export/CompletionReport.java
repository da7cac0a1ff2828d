package vn.chuyencan.source.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a report of activity completion: a state and a time under each title. */
final class CompletionReport {
  private CompletionReport() {}

  static List<ListedCompletion> read(Download download, ExportSettings settings)
      throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    PersonColumns people = PersonColumns.of(table.header());
    List<ListedCompletion> all = new ArrayList<>();
    for (int place = people.email() + 1; place + 1 < table.header().size(); place += 2) {
      DateReader dates = table.dates(place + 1);
      for (List<String> cells : table.people()) {
        all.add(
            new ListedCompletion(
                people.person(cells),
                table.header().get(place),
                ReportTable.cell(cells, place),
                table.instant(dates, ReportTable.cell(cells, place + 1))));
      }
    }
    return all;
  }
}
