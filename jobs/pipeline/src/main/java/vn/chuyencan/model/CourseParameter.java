package vn.chuyencan.model;

/**
 * A value that one course run gives a parameter of the policy (register {@code course_parameter}).
 *
 * @param courseId course run
 * @param name name of the parameter
 * @param value its value there; the items of a list are separated by spaces
 */
public record CourseParameter(String courseId, String name, String value) implements RegisterRow {

  public CourseParameter {
    courseId = Text.required(courseId, "courseId");
    name = Text.required(name, "name");
    value = Text.required(value, "value");
  }
}
