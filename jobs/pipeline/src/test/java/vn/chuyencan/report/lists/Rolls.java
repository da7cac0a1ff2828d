package vn.chuyencan.report.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Decision;
import vn.chuyencan.policy.LearnerMeasures;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.document.Letterhead;

/** Course runs whose learners are those of REQUIREMENTS 3.6 under other names. */
final class Rolls {
  static final Letterhead LETTERHEAD =
      new Letterhead(
          "Đại học Sông Hồng",
          "Học viện Sư phạm số",
          "HVSPS",
          "Hà Nội",
          List.of("Ban Giám đốc (để b/c)"),
          "ĐT",
          new Letterhead.Signer("TL. Giám đốc", "Trưởng phòng Đào tạo", "Nguyễn Minh Khoa"));

  private final Map<String, String> names = new TreeMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  /** A learner who did what one of the three did. */
  Rolls add(String learnerId, String name, LearnerMeasures like) {
    names.put(learnerId, name);
    for (Decision one : Learners.all(Learners.POLICY, like)) {
      decisions.add(as(one, learnerId, true));
    }
    return this;
  }

  /** The three of REQUIREMENTS 3.6 and one of whom nobody checked the submissions. */
  static Rolls four() {
    return new Rolls()
        .add("HV001", "Lê An", Learners.an())
        .add("HV002", "Trần Bình", Learners.binh())
        .add("HV003", "Phạm Chi", Learners.chi())
        .add("HV004", "Đỗ Thị Ân", unchecked());
  }

  private static LearnerMeasures unchecked() {
    return Learners.course("HV004")
        .byKey("sessions_by_week", Learners.weeks(3, 2, 4, 2, 3))
        .byKey("active_days_by_week", Learners.weeks(3, 2, 3, 2, 2))
        .byKey("best_percent_by_exercise", Learners.exercises(28, 28))
        .byKey("posts_by_forum", Learners.forums(1, 2, 1, 1, 1))
        .byKey("posts_by_week", Learners.weeks(2, 1, 1, 1, 1))
        .number("minutes", 742)
        .number("minutes_15", 668)
        .number("minutes_30", 742)
        .number("minutes_60", 801)
        .number("posts", 6)
        .number("exercises_completed", 28)
        .number("average_macro", 73)
        .number("average_pooled", 72)
        .number("plenary_present", 6)
        .number("practice_present", 4)
        .number("group_topics", 1)
        .number("group_posts", 4)
        .number("group_members_commented", 3)
        .number("practice_unmarked", 2)
        .number("practice_present", 2)
        .build();
  }

  CourseRoll roll() {
    return roll("LHDN-2026-1", true);
  }

  CourseRoll roll(String courseId, boolean settled) {
    return new CourseRoll(
        courseId,
        "Lớp học đảo ngược",
        LocalDate.of(2026, 9, 7),
        LocalDate.of(2026, 10, 11),
        settled,
        decisions,
        names,
        List.of(Learners.POLICY));
  }

  static Decision as(Decision one, String learnerId, boolean conclusive) {
    return new Decision(
        one.courseId(),
        learnerId,
        one.certificate(),
        one.status(),
        one.standing(),
        one.policyId(),
        one.policyVersion(),
        one.policyHash(),
        one.estimator(),
        one.courseParameters(),
        one.asOf(),
        conclusive,
        one.unmetCriteria(),
        one.missingInputs(),
        one.supplies(),
        one.reviewReasons(),
        one.nearest(),
        one.criteria(),
        one.reviewCases());
  }

  static ListRequest request(Language language) {
    return new ListRequest(
        LETTERHEAD, language, EnumSet.allOf(ListKind.class), null, null, CsvMark.ABSENT);
  }

  static Map<String, byte[]> files(CourseRoll roll) {
    return CourseLists.files(roll, request(Language.VI));
  }

  static XWPFDocument document(byte[] content) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
