package vn.chuyencan.source.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.Fingerprints;

/**
 * What the downloads of a folder say that are no logs, by file, the latest first ({@link
 * LatestFirst}): of two that tell of one thing the later knows better. The files name neither
 * course nor activity: their paths and the configuration do.
 *
 * @param attempts quiz reports
 * @param grades exports of the gradebook
 * @param attendance lists of attendance
 * @param posts exports of forums
 * @param completions reports of activity completion
 * @param participants lists of participants
 * @param faults files that cannot be read to their end
 */
public record DownloadReports(
    Map<String, List<QuizAttempt>> attempts,
    Map<String, List<BookGrade>> grades,
    Map<String, List<ListedAttendance>> attendance,
    Map<String, List<ForumPost>> posts,
    Map<String, List<ListedCompletion>> completions,
    Map<String, List<ListedParticipant>> participants,
    List<Fault> faults) {

  static DownloadReports read(DownloadFolder folder, ExportSettings settings, Fingerprints wanted) {
    DownloadReports all =
        new DownloadReports(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>());
    List<DownloadFolder.Report> reports = new ArrayList<>(folder.reports());
    reports.sort(Comparator.comparing(report -> report.download().name(), LatestFirst.ORDER));
    for (DownloadFolder.Report report : reports) {
      try {
        all.add(report, settings, wanted);
      } catch (IOException broken) {
        String name = report.download().name();
        all.faults.add(
            Fault.at(ErrorCode.DOWNLOAD_BROKEN, name, 0, "", String.valueOf(broken.getMessage())));
      }
    }
    return all;
  }

  private void add(DownloadFolder.Report report, ExportSettings settings, Fingerprints wanted)
      throws IOException {
    Download file = report.download();
    switch (report.kind()) {
      case QUIZ -> attempts.put(file.name(), QuizReport.read(file, settings));
      case GRADEBOOK -> grades.put(file.name(), Gradebook.read(file, settings));
      case ATTENDANCE -> attendance.put(file.name(), AttendanceList.read(file, settings));
      case FORUM -> posts.put(file.name(), ForumExport.read(file, settings, wanted));
      case COMPLETION -> completions.put(file.name(), CompletionReport.read(file, settings));
      case PARTICIPANTS -> participants.put(file.name(), ParticipantList.read(file, settings));
    }
  }
}
