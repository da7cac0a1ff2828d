package vn.chuyencan.benchmarks.sample.institution;

/**
 * One course of a programme's plan.
 *
 * @param code code of the course
 * @param title name
 * @param term term of the standard plan, from 1
 */
record CourseOf(String code, String title, int term) {
  static final int CREDITS = 3;

  /** Year of the standard plan: two terms each. */
  int year() {
    return (term + 1) / 2;
  }
}
