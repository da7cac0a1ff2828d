package vn.chuyencan.source.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads a list of participants; groups stand in the column after the mail address. */
final class ParticipantList {
  private ParticipantList() {}

  static List<ListedParticipant> read(Download download, ExportSettings settings)
      throws IOException {
    ReportTable table = ReportTable.read(download, settings);
    PersonColumns people = PersonColumns.of(table.header());
    int groups = people.email() + 1;
    return table.people().stream()
        .map(
            cells ->
                new ListedParticipant(
                    people.person(cells),
                    Arrays.stream(ReportTable.cell(cells, groups).split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()))
        .toList();
  }
}
