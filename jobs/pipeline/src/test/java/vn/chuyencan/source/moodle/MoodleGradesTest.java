package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Grade;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** The gradebook, with the traps of Moodle's tables (C08-9.1, C08-9.2). */
@Tag("database")
class MoodleGradesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long NOON = SmallSite.OPENS + 43_200;

  private static MoodleSite site(DatabaseServer server, MoodleVersion version) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server, version, "mdl_"));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    // Teaches, and is graded all the same.
    SmallSite.user(site, 9, "GV9", "gv9", "Chi", "Lê");
    SmallSite.enrol(site, 9);
    return SmallSite.give(site, 9, 3, 10);
  }

  private static Registers registers(MoodleSite site) {
    return draft(site.commit()).registers();
  }

  private static RegisterDraft draft(MoodleSite site) {
    return MoodleRegisters.draft(SiteSettings.of(site), ZONE);
  }

  private static void quiz(MoodleSite site, long id, String number, String name) {
    site.add("quiz", "id", id, "course", SmallSite.COURSE, "name", name, "grade", 10);
    SmallSite.module(site, 40 + id, "quiz", id, "idnumber", number, "completion", 2, "section", 70);
  }

  private static void item(MoodleSite site, long id, String type, long instance, Object... more) {
    Object[] usual = {
      "id",
      id,
      "courseid",
      SmallSite.COURSE,
      "itemtype",
      type,
      "iteminstance",
      instance,
      "sortorder",
      id
    };
    Object[] row = new Object[usual.length + more.length];
    System.arraycopy(usual, 0, row, 0, usual.length);
    System.arraycopy(more, 0, row, usual.length, more.length);
    site.add("grade_items", row);
  }

  private static void grade(MoodleSite site, long id, long item, long user, Object... more) {
    Object[] row = new Object[6 + more.length];
    Object[] usual = {"id", id, "itemid", item, "userid", user};
    System.arraycopy(usual, 0, row, 0, 6);
    System.arraycopy(more, 0, row, 6, more.length);
    site.add("grade_grades", row);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static void gradebook(MoodleSite site) {
    quiz(site, 1, "BT01", "Bài 1");
    quiz(site, 2, "BT02", "Bài 2");
    site.add("workshop", "id", 3, "course", SmallSite.COURSE, "name", "Chéo");
    SmallSite.module(site, 50, "workshop", 3, "idnumber", "DGC");
    site.add(
        "grade_categories",
        "id",
        1,
        "courseid",
        SmallSite.COURSE,
        "fullname",
        "?",
        "aggregation",
        10);
    site.add(
        "grade_categories",
        "id",
        2,
        "courseid",
        SmallSite.COURSE,
        "parent",
        1,
        "fullname",
        "Quá trình",
        "aggregation",
        0);
    item(site, 1, "course", 1, "grademax", number("100"));
    item(site, 2, "category", 2, "aggregationcoef", number("4"), "idnumber", "QT 1");
    item(
        site,
        3,
        "mod",
        1,
        "itemmodule",
        "quiz",
        "itemnumber",
        0,
        "categoryid",
        2,
        "itemname",
        "Bài 1",
        "grademax",
        number("10"));
    item(
        site,
        4,
        "mod",
        2,
        "itemmodule",
        "quiz",
        "itemnumber",
        0,
        "categoryid",
        2,
        "itemname",
        "Bài 2",
        "grademax",
        number("10"));
    item(
        site,
        5,
        "mod",
        3,
        "itemmodule",
        "workshop",
        "itemnumber",
        1,
        "categoryid",
        1,
        "itemname",
        "Chéo (assessment)",
        "grademax",
        number("20"),
        "aggregationcoef",
        number("1"));
    item(
        site,
        6,
        "mod",
        3,
        "itemmodule",
        "workshop",
        "itemnumber",
        0,
        "categoryid",
        1,
        "itemname",
        "Chéo (submission)",
        "grademax",
        number("80"),
        "aggregationcoef",
        number("1"));
    item(
        site,
        7,
        "manual",
        0,
        "categoryid",
        1,
        "itemname",
        "Vấn đáp",
        "idnumber",
        "BT01",
        "grademax",
        number("10"),
        "aggregationcoef",
        number("4"));
    // Of these there is no mark: a scale of words, a text, nothing, and an activity that is gone.
    item(
        site,
        8,
        "manual",
        0,
        "categoryid",
        1,
        "itemname",
        "Thái độ",
        "gradetype",
        2,
        "scaleid",
        1,
        "grademax",
        number("3"));
    item(site, 9, "manual", 0, "categoryid", 1, "itemname", "Ghi chú", "gradetype", 3);
    item(
        site, 10, "mod", 2, "itemmodule", "quiz", "itemnumber", 1, "categoryid", 1, "gradetype", 0);
    item(site, 11, "mod", 99, "itemmodule", "quiz", "itemnumber", 0, "categoryid", 1);
  }

  private static List<String> grades(Registers registers) {
    return registers.grades().stream().map(MoodleGradesTest::text).sorted().toList();
  }

  private static String text(Grade grade) {
    return String.join(
        " ",
        grade.learnerId(),
        grade.componentId(),
        "[" + grade.componentName() + "]",
        grade.kind().code(),
        plain(grade.score()) + "/" + plain(grade.minScore()) + ".." + plain(grade.maxScore()),
        plain(grade.weight()) + "%",
        grade.state().code(),
        String.valueOf(grade.gradedOn()));
  }

  private static String plain(BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void everyLearnerHasARowForEveryComponentThatIsGradedInPoints(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_1)) {
      gradebook(site);
      grade(
          site,
          1,
          3,
          5,
          "finalgrade",
          number("7.33333"),
          "rawgrade",
          number("9"),
          "rawgrademax",
          number("12"),
          "timemodified",
          NOON);
      // Somebody changed the mark two days later; the learner may not see it yet.
      grade(
          site,
          2,
          3,
          6,
          "finalgrade",
          number("0"),
          "overridden",
          NOON + 172_800,
          "timemodified",
          NOON,
          "hidden",
          1);
      grade(site, 3, 4, 5, "finalgrade", number("5"), "excluded", NOON);
      grade(site, 4, 4, 6, "excluded", NOON);
      // Only what was graded counts in this learner's total.
      grade(
          site,
          5,
          1,
          5,
          "finalgrade",
          number("43.5"),
          "rawgrademax",
          number("60"),
          "timemodified",
          NOON);
      grade(site, 6, 1, 6, "rawgrademax", number("20"));
      grade(site, 7, 5, 5, "rawgrade", number("3"), "timemodified", NOON);
      grade(site, 8, 3, 9, "finalgrade", number("10"), "timemodified", NOON);
      assertThat(grades(registers(site)))
          .containsExactly(
              "SV5 BT01 [Bài 1] activity 7.33333/0..10 20% graded 2026-09-07",
              "SV5 BT02 [Bài 2] activity 5/0..10 20% excluded null",
              "SV5 DGC [Chéo (submission)] activity -/0..80 10% pending null",
              "SV5 QT_1 [Quá trình] category -/0..100 40% pending null",
              "SV5 course [Lớp học đảo ngược] course 43.5/0..60 -% graded 2026-09-07",
              "SV5 item-5 [Chéo (assessment)] activity -/0..20 10% pending null",
              "SV5 item-7 [Vấn đáp] manual -/0..10 40% pending null",
              "SV6 BT01 [Bài 1] activity 0/0..10 20% graded 2026-09-09",
              "SV6 BT02 [Bài 2] activity -/0..10 20% excluded null",
              "SV6 DGC [Chéo (submission)] activity -/0..80 10% pending null",
              "SV6 QT_1 [Quá trình] category -/0..100 40% pending null",
              "SV6 course [Lớp học đảo ngược] course -/0..100 -% pending null",
              "SV6 item-5 [Chéo (assessment)] activity -/0..20 10% pending null",
              "SV6 item-7 [Vấn đáp] manual -/0..10 40% pending null");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void whatCannotBeToldIsAPointOfTheDraft(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V5_1)) {
      gradebook(site);
      site.change("UPDATE {grade_categories} SET aggregation = 6 WHERE id = 2");
      assertThat(draft(site).points())
          .contains(
              OpenPoint.of(OpenPoint.Topic.GRADED_ON_SCALE, "KH-1", "Thái độ"),
              OpenPoint.of(OpenPoint.Topic.WEIGHT_UNKNOWN, "KH-1", "Bài 1, Bài 2"));
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void aCourseMayKeepTheScaleOfWhenAGradeWasGiven(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      gradebook(site);
      grade(
          site,
          1,
          3,
          5,
          "finalgrade",
          number("9"),
          "rawgrademin",
          number("1"),
          "rawgrademax",
          number("12"));
      site.add("config", "id", 1, "name", "grade_minmaxtouse", "value", "1");
      assertThat(grades(registers(site)))
          .contains("SV5 BT01 [Bài 1] activity 9/0..10 20% graded null");
      site.add(
          "grade_settings",
          "id",
          1,
          "courseid",
          SmallSite.COURSE,
          "name",
          "minmaxtouse",
          "value",
          "2");
      assertThat(grades(registers(site)))
          .contains("SV5 BT01 [Bài 1] activity 9/1..12 20% graded null");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void aGradebookWithoutAColumnIsRefused(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      site.change("ALTER TABLE {grade_grades} DROP COLUMN finalgrade");
      assertThatThrownBy(() -> draft(site))
          .isInstanceOfSatisfying(
              PipelineException.class,
              refusal ->
                  assertThat(refusal.faults().get(0).code())
                      .isEqualTo(ErrorCode.DATABASE_COLUMN_MISSING))
          .hasMessageContaining("mdl_grade_grades")
          .hasMessageContaining("finalgrade");
    }
  }
}
