package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.NightlyRun;
import vn.chuyencan.job.Recomputed;
import vn.chuyencan.model.Status;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.table.Tables;

/** What a night brought, short enough to be read. */
final class Summary {
  private final Night night;
  private final NightlyRun.Outcome outcome;
  private final Language language;
  private final Colour colour;
  private final CourseRunSummary courses;
  private final StringBuilder text = new StringBuilder();

  private Summary(Night night, NightlyRun.Outcome outcome, Language language, Colour colour) {
    this.colour = colour;
    this.night = night;
    this.outcome = outcome;
    this.language = language;
    this.courses = CourseRunSummary.of(night.lake(), night.asOf());
  }

  static String of(Night night, NightlyRun.Outcome outcome, Language language, Colour colour) {
    return new Summary(night, outcome, language, colour).write();
  }

  private String write() {
    line(
        "%s – %s",
        night.configuration().institution().name(),
        word("tính đến hết ngày", "up to and including") + " " + night.asOf());
    equation();
    reread();
    recomputed();
    courses();
    decisions();
    toBeLookedAt();
    integrity();
    files();
    return text.toString();
  }

  private void equation() {
    Map<String, Long> counts = outcome.manifest().counts();
    line("");
    line("%s", word("Bản ghi đã đọc từ trước tới nay", "Records read so far"));
    line(
        "  %,d = %,d %s + %,d %s + %,d %s + %,d %s + %,d %s + %,d %s",
        counts.getOrDefault("read", 0L),
        counts.getOrDefault("accepted", 0L),
        word("nhận", "accepted"),
        counts.getOrDefault("duplicate", 0L),
        word("trùng", "duplicate"),
        counts.getOrDefault("voided", 0L),
        word("bị hủy", "voided"),
        counts.getOrDefault("conflicting", 0L),
        word("xung đột", "conflicting"),
        counts.getOrDefault("rejected", 0L),
        word("từ chối", "rejected"),
        counts.getOrDefault("out_of_scope", 0L),
        word("ngoài phạm vi", "out of scope"));
  }

  /** Which sources were read again from the beginning and why. */
  private void reread() {
    List<String> lines =
        RereadLines.of(outcome.taken().reread(), outcome.taken().rereadSources(), language);
    if (!lines.isEmpty()) {
      line("");
      line("%s", word("Đã đọc lại", "Read again"));
      lines.forEach(one -> line("  %s", one));
    }
  }

  /** What was computed again and why; nothing on a night that touched nothing. */
  private void recomputed() {
    if (outcome.recomputed().isEmpty()) {
      return;
    }
    line("");
    line("%s", word("Đã tính lại", "Computed again"));
    for (Recomputed one : outcome.recomputed()) {
      line(
          "  %s: %s: %,d %s, %,d %s",
          one.step().equals(Recomputed.MEASURE)
              ? word("đo", "measured")
              : word("quyết định", "decided"),
          language == Language.VI ? one.cause().vietnamese() : one.cause().english(),
          one.courseRuns(),
          word("lớp", "course runs"),
          one.learners(),
          word("người học", "learners"));
    }
  }

  private void courses() {
    line("");
    line("%s", word("Lớp", "Course runs"));
    for (CourseRunSummary.Run run : courses.shown()) {
      CourseRunSummary.Activity activity = courses.activity(run);
      line(
          "  %s  %s … %s%s",
          run.id(),
          run.opensOn(),
          run.closesOn(),
          run.inferred() ? word("  (suy từ sự kiện)", "  (inferred)") : "");
      line(
          "    %,d %s, %,d %s, %,d %s, %,.0f %s",
          activity.learners(),
          word("người học", "learners"),
          run.weeks(),
          word("tuần học", "course weeks"),
          activity.sessions(),
          word("lượt truy cập", "accesses"),
          activity.minutes(),
          word("phút", "minutes"));
    }
    if (courses.others() > 0) {
      line(
          word("  và %,d lớp khác, xem %s", "  and %,d other course runs, see %s"),
          courses.others(),
          "csv/course_run.csv");
    }
  }

  private void decisions() {
    Map<CourseRunSummary.Decided, Map<Status, Long>> byCertificate = courses.decisions();
    if (byCertificate.isEmpty()) {
      return;
    }
    line("");
    line("%s", word("Quyết định", "Decisions"));
    int width =
        byCertificate.keySet().stream().mapToInt(one -> one.label().length()).max().orElse(0);
    byCertificate.forEach(
        (certificate, statuses) -> {
          StringBuilder counts = new StringBuilder();
          statuses.forEach(
              (status, count) ->
                  counts
                      .append(counts.length() == 0 ? "" : ", ")
                      .append(count)
                      .append(' ')
                      .append(colour.of(status, language)));
          line("  %-" + width + "s  %s", certificate.label(), counts);
        });
  }

  /**
   * Files that are not whole, what persons decided and corrected that does not apply, and what a
   * freeze keeps back.
   */
  private void toBeLookedAt() {
    PersonsSummary persons = PersonsSummary.of(night.lake());
    List<String> lines =
        new ArrayList<>(BrokenFiles.lines(night.lake(), outcome.batches(), language));
    if (persons.decisionsNotApplied() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              word(
                  "%d kết luận xem xét không được áp dụng, xem csv/review_decision.csv",
                  "review decisions that do not apply: %d, see csv/review_decision.csv"),
              persons.decisionsNotApplied()));
    }
    if (persons.correctionsNotApplied() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              word(
                  "%d điều chỉnh không được áp dụng, xem csv/correction.csv",
                  "corrections that do not apply: %d, see csv/correction.csv"),
              persons.correctionsNotApplied()));
    }
    if (persons.notices() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              word(
                  "%d thông báo đính chính cho lớp đã chốt, xem csv/correction_notice.csv",
                  "correction notices about frozen course runs: %d, see csv/correction_notice.csv"),
              persons.notices()));
    }
    if (!lines.isEmpty()) {
      line("");
      line("%s", word("Cần xem", "To be looked at"));
      lines.forEach(one -> line("  %s", one));
    }
  }

  /** What stood out in traces and what could not be looked for, where it was asked for. */
  private void integrity() {
    if (night.configuration().integrity().any()) {
      List<String> lines = IntegritySummary.lines(night.lake(), language);
      if (!lines.isEmpty()) {
        line("");
        line("%s", word("Dấu hiệu trung thực", "Integrity signals"));
        lines.forEach(one -> line("  %s", one));
      }
    }
  }

  private void files() {
    Path latest = Path.of(night.configuration().publish()).resolve("latest");
    Manifest manifest = outcome.manifest();
    line("");
    line("%s  %s", word("Kết quả", "Results"), latest);
    for (String table :
        List.of(Tables.ELIGIBILITY_DECISION, Tables.CRITERION_RESULT, Tables.LEARNER_WEEK)) {
      manifest.tables().stream()
          .filter(published -> published.name().equals(table))
          .forEach(
              published ->
                  line("  %s  %,d %s", published.csv(), published.rows(), word("dòng", "rows")));
    }
    manifest.tables().stream()
        .filter(published -> published.name().equals(Tables.COMPLIANCE_INDICATOR))
        .forEach(
            published ->
                line("  %s  %,d %s", published.csv(), published.rows(), word("dòng", "rows")));
    if (!outcome.withheld().isEmpty()) {
      line(
          colour.bad(
              word(
                  "  KHÔNG có %s: %d lỗi, xem thông báo",
                  "  WITHOUT %s: %d faults, see the messages")),
          Tables.COMPLIANCE_INDICATOR,
          outcome.withheld().size());
    }
    line("  parquet/, csv/, manifest.json  %s %s", word("dấu", "digest"), manifest.digest());
    if (manifest.site() != null) {
      line(
          "  %s  %s",
          manifest.site().index(), word("trang xem, không có tên người", "pages, without names"));
      String office = night.configuration().office();
      if (office != null) {
        line(
            "%s/latest/%s  %s",
            office, manifest.site().index(), word("trang xem, có tên người", "pages, with names"));
      }
    }
  }

  private String word(String vietnamese, String english) {
    return language == Language.VI ? vietnamese : english;
  }

  private void line(String format, Object... arguments) {
    Locale locale = language == Language.VI ? Locale.forLanguageTag("vi") : Locale.ROOT;
    text.append(String.format(locale, format, arguments)).append('\n');
  }
}
