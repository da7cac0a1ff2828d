package vn.chuyencan.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.CourseRolls;
import vn.chuyencan.job.Night;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.document.OfficeWords;
import vn.chuyencan.report.lists.CourseLists;
import vn.chuyencan.report.lists.CourseRoll;
import vn.chuyencan.report.lists.ListFiles;
import vn.chuyencan.report.lists.ListKind;
import vn.chuyencan.report.lists.ListRequest;
import vn.chuyencan.report.lists.SafeName;

/** {@code chuyencan lists}. */
@Command(
    name = "lists",
    description = {
      "The lists of a course run to be signed, for Word, Excel and CSV.",
      "Whom to give certificates (for signature), who is not eligible and why, what a person must",
      "decide, what data is missing.",
      "They name people; keep them as you keep signed papers."
    },
    mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {
  private static final String FOLDER = "lists";

  /** So many ids a reader still looks through. */
  private static final int MOST_IDS = 30;

  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AccessOptions access;

  @Option(
      names = "--course",
      paramLabel = "ID",
      description = "A course run; may be given several times (default: all).")
  private final List<String> courses = new ArrayList<>();

  @Option(
      names = "--list",
      paramLabel = "KIND",
      description =
          "signature, not-eligible, review or insufficient-data; may be given several times"
              + " (default: all).")
  private final List<String> kinds = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where they go (default: lists, beside the configuration file).")
  private Path out;

  @Option(
      names = "--number",
      paramLabel = "N",
      description =
          "Number of the list for signature, such as 5; goes with one --course (default: left"
              + " open).")
  private String number;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Day on which they are issued, as 2026-10-20 (default: left open).")
  private LocalDate date;

  @Option(
      names = "--csv-bom",
      description = "Begin each CSV file with a byte order mark, for Excel.")
  private boolean csvBom;

  @Override
  public Integer call() {
    Set<ListKind> wanted = wanted();
    checkNumber();
    Nights nights = top.nights(options);
    Configuration configuration = nights.configuration();
    Path folder = out != null ? out : options.config().toAbsolutePath().resolveSibling(FOLDER);
    ListRequest request =
        new ListRequest(
            configuration.institution().letterhead(),
            options.language(),
            wanted,
            number,
            date,
            csvBom ? CsvMark.PRESENT : CsvMark.ABSENT);
    nights.reading(
        configuration,
        night -> {
          StoredDecisions.requireDay(options.asOf(), night);
          access.note(
              night,
              "lists",
              Map.of(
                  "course",
                  courses.isEmpty() ? "*" : String.join(", ", courses),
                  "out",
                  folder.toString()));
          return write(night, request, folder);
        });
    top.tellNext(WhereNext.LISTS, options);
    return 0;
  }

  private Set<ListKind> wanted() {
    Set<ListKind> wanted = EnumSet.noneOf(ListKind.class);
    for (String kind : kinds) {
      wanted.add(
          EnumSet.allOf(ListKind.class).stream()
              .filter(known -> known.code().equals(kind))
              .findFirst()
              .orElseThrow(
                  () ->
                      new PipelineException(
                          Fault.of(
                              ErrorCode.OPTION_VALUE_INVALID,
                              "--list",
                              kind,
                              EnumSet.allOf(ListKind.class).stream()
                                  .map(ListKind::code)
                                  .collect(Collectors.joining(" | "))))));
    }
    return wanted.isEmpty() ? EnumSet.allOf(ListKind.class) : wanted;
  }

  /** A number belongs to one document, so it cannot stand upon the lists of several runs. */
  private void checkNumber() {
    if (number == null) {
      return;
    }
    if (!OfficeWords.isNumber(number)) {
      throw new PipelineException(
          Fault.of(ErrorCode.OPTION_VALUE_INVALID, "--number", number, "5"));
    }
    if (courses.size() != 1) {
      throw new PipelineException(Fault.of(ErrorCode.NUMBER_OF_SEVERAL_LISTS, number));
    }
  }

  private Integer write(Night night, ListRequest request, Path folder) {
    CourseRolls rolls = CourseRolls.of(night);
    List<CourseRoll> chosen = new ArrayList<>();
    // Before the first file is written, not between two of them.
    for (String course : courses.isEmpty() ? rolls.courses() : courses) {
      chosen.add(
          rolls
              .roll(course)
              .orElseThrow(
                  () ->
                      new PipelineException(
                          Fault.of(ErrorCode.COURSE_UNKNOWN, course, listed(rolls.courses())))));
    }
    TerminalProgress progress = top.progress(options.language());
    progress.part("write lists");
    top.meter().begin(chosen.size());
    List<String> told = new ArrayList<>();
    try {
      for (CourseRoll roll : chosen) {
        told.addAll(write(roll, request, folder));
        top.meter().add();
      }
    } finally {
      progress.done();
      told.forEach(top.out()::println);
    }
    return 0;
  }

  /** The files of one course run; what is told of them. */
  private List<String> write(CourseRoll roll, ListRequest request, Path folder) {
    Path place = folder.resolve(SafeName.of(roll.courseId()));
    Map<String, byte[]> files = CourseLists.files(roll, request);
    ListFiles.write(place, files);
    List<String> told = new ArrayList<>();
    told.add(place + (roll.draft() ? draft() : ""));
    files.keySet().forEach(file -> told.add("  " + file));
    return told;
  }

  private String draft() {
    return options.language() == Language.VI
        ? "  (dự kiến: lớp chưa chốt)"
        : "  (draft: the course run has not closed)";
  }

  private static String listed(List<String> ids) {
    String shown = ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "));
    return ids.size() <= MOST_IDS ? shown : shown + ", … (" + ids.size() + ")";
  }
}
