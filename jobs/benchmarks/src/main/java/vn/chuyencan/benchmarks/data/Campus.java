package vn.chuyencan.benchmarks.data;

/** Who and what there is: persons, course runs and their modules, by number and by name. */
final class Campus {
  static final String SITE = "https://hoctap.bench.example";
  static final int COURSES_OF_A_LEARNER = 3;

  /** Forums of a course run; the first is for announcements and no discussion of the class. */
  static final int FORUMS = 4;

  /** Modules of each kind that come once a week. */
  static final int WEEKS = 10;

  /** Quizzes beyond these are for practice and do not count. */
  static final int COUNTED_QUIZZES = 8;

  private static final int FIRST_COURSE = 100_000;
  private static final int FIRST_ACCOUNT = 1_000;
  private static final int FIRST_LECTURER = 900_000;
  private static final int MODULES_OF_A_COURSE = 64;

  private static final String[] FAMILY = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"
  };
  private static final String[] MIDDLE = {"Thị", "Văn", "Minh", "Gia", "Bảo", "Khánh", "Ngọc"};
  private static final String[] GIVEN = {
    "An", "Bình", "Chi", "Dũng", "Hà", "Hùng", "Lan", "Mai", "Nhung", "Phúc", "Quỳnh", "Thảo"
  };
  private static final String[] TITLES = {
    "Dạy học trực tuyến với lớp học đảo ngược",
    "Đánh giá học tập trong môi trường số",
    "Thiết kế học liệu số",
    "Ứng dụng công nghệ số trong dạy học",
    "Kiểm tra, đánh giá trong lớp học đảo ngược"
  };

  /** What a module is; the name is the one in its IRI. */
  enum Module {
    FORUM("forum", 0, FORUMS),
    QUIZ("quiz", 8, WEEKS),
    PAGE("page", 24, WEEKS),
    LINK("url", 40, WEEKS),
    BOOK("book", 56, 1);

    final String path;
    final int first;
    final int count;

    Module(String path, int first, int count) {
      this.path = path;
      this.first = first;
      this.count = count;
    }
  }

  private Campus() {}

  /** The number of a course run, unique over all terms. */
  static int course(Shape shape, int term, int nth) {
    return FIRST_COURSE - term * shape.courses() + nth;
  }

  static String courseId(int course) {
    return "K" + course;
  }

  static String courseTitle(int course) {
    return TITLES[course % TITLES.length] + " – khóa " + course;
  }

  static String courseIri(int course) {
    return SITE + "/course/view.php?id=" + course;
  }

  /** The number of a module, unique over all course runs. */
  static int module(int course, Module module, int nth) {
    return course * MODULES_OF_A_COURSE + module.first + nth;
  }

  static String moduleIri(int course, Module module, int nth) {
    return SITE + "/mod/" + module.path + "/view.php?id=" + module(course, module, nth);
  }

  static String moduleTitle(Module module, int nth) {
    return switch (module) {
      case FORUM -> nth == 0 ? "Thông báo của lớp" : "Thảo luận chung " + nth;
      case QUIZ -> "Bài kiểm tra " + (nth + 1) + " – tuần " + (nth + 1);
      case PAGE -> "Tuần " + (nth + 1) + " – Nhập môn lớp học đảo ngược: bài đọc";
      case LINK -> "Video tuần " + (nth + 1) + ": Nhập môn lớp học đảo ngược";
      case BOOK -> "Sổ tay lớp học đảo ngược";
    };
  }

  /** The highest mark of a quiz. */
  static int maxScore(int quiz) {
    return quiz % 3 == 0 ? 20 : 10;
  }

  /** The nth course of a learner, all different: a step that is no divisor of the way around. */
  static int courseOf(Shape shape, int learner, int nth) {
    int courses = shape.courses();
    int step = 1 + learner / courses % Math.max(1, (courses - 1) / 2);
    return (learner + nth * step) % courses;
  }

  /** The person behind the nth learner of a term; a quarter of them is new each term. */
  static int person(Shape shape, int term, int learner) {
    return learner - term * (shape.learners() / 4);
  }

  /** How many persons learn in any term. */
  static int persons(Shape shape) {
    return person(shape, 1 - shape.terms(), shape.learners() - 1) + 1;
  }

  static String personId(int person) {
    return "HV" + (FIRST_ACCOUNT * 1_000 + person);
  }

  static String account(int person) {
    return Integer.toString(FIRST_ACCOUNT + person);
  }

  /** The lecturer of a course run, as a person: lecturers stay from term to term. */
  static String lecturerId(int nth) {
    return "GV" + (FIRST_LECTURER + nth);
  }

  static String lecturerAccount(int nth) {
    return Integer.toString(FIRST_LECTURER + nth);
  }

  static String fullName(int person) {
    return FAMILY[person % FAMILY.length]
        + " "
        + MIDDLE[person / FAMILY.length % MIDDLE.length]
        + " "
        + GIVEN[person / (FAMILY.length * MIDDLE.length) % GIVEN.length];
  }
}
