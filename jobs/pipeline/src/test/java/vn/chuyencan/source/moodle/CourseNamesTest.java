package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What courses are called of whose names some are others' too. */
class CourseNamesTest {
  private final CourseNames names = new CourseNames();

  @Test
  void numbersComeBeforeShortNames() {
    names.add(2, "KH-1", "FLIP01");
    names.add(3, null, "MO");

    assertThat(names.names()).containsEntry(2L, "KH-1").containsEntry(3L, "MO").hasSize(2);
  }

  @Test
  void aNumberThatTwoCoursesHaveNamesNeither() {
    names.add(4, "X", "T1");
    names.add(5, "X", "T2");

    assertThat(names.names()).containsEntry(4L, "T1").containsEntry(5L, "T2");
  }

  /** Two courses of one name would become one course run. */
  @Test
  void aShortNameThatNamesAnotherCourseToo() {
    names.add(2, "KH-1", "FLIP01");
    names.add(3, null, "KH-1");
    names.add(4, null, "MO");
    names.add(5, null, "MO");
    names.add(6, null, null);

    assertThat(names.names())
        .containsEntry(2L, "KH-1")
        .containsEntry(3L, "course-3")
        .containsEntry(4L, "course-4")
        .containsEntry(5L, "course-5")
        .containsEntry(6L, "course-6");
  }

  /** The name that a course gets here may be one that the institution gave another. */
  @Test
  void aNumberThatAnotherCourseHas() {
    names.add(2, "course-4", "MO");
    names.add(3, null, "course-5");
    names.add(4, null, null);
    names.add(5, null, null);

    assertThat(names.names())
        .containsEntry(2L, "course-4")
        .containsEntry(3L, "course-5")
        .containsEntry(4L, "course-4_")
        .containsEntry(5L, "course-5_");
  }

  /** A folder of that name could not be made, and no course of the site would be measured. */
  @Test
  void aNameThatNoFolderMayHave() {
    names.add(2, null, "Đánh giá quá trình người học – Khóa 2 – ".repeat(3));
    names.add(3, "Khóa bồi dưỡng giảng viên – Đợt 3 – ".repeat(3).substring(0, 100), "MO");
    names.add(4, null, "Đánh giá quá trình người học – Khóa 2");

    assertThat(names.names())
        .containsEntry(2L, "course-2")
        .containsEntry(3L, "MO")
        .containsEntry(4L, "Đánh giá quá trình người học – Khóa 2");
  }
}
