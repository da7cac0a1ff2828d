package vn.chuyencan.benchmarks.data;

import java.util.Map;
import java.util.TreeMap;

/** The registers of the generated institution, as CSV. */
final class RegisterText {
  private final Shape shape;

  RegisterText(Shape shape) {
    this.shape = shape;
  }

  /** Name of the file → text. */
  Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    files.put("course_run.csv", courseRuns());
    files.put("learner.csv", learners());
    files.put("identity.csv", identities());
    files.put("enrolment.csv", enrolments());
    files.put("activity.csv", activities());
    return files;
  }

  private String courseRuns() {
    StringBuilder text = new StringBuilder("course_id,title,iri,opens_on,closes_on,estimator\n");
    for (int term = 1 - shape.terms(); term <= 0; term++) {
      for (int nth = 0; nth < shape.courses(); nth++) {
        int course = Campus.course(shape, term, nth);
        line(
            text,
            Campus.courseId(course),
            "\"" + Campus.courseTitle(course) + "\"",
            Campus.courseIri(course),
            shape.opens(term),
            shape.closes(term),
            "standard");
      }
    }
    return text.toString();
  }

  private String learners() {
    StringBuilder text = new StringBuilder("learner_id,full_name\n");
    for (int person = 0; person < Campus.persons(shape); person++) {
      line(text, Campus.personId(person), Campus.fullName(person));
    }
    for (int nth = 0; nth < shape.courses(); nth++) {
      line(text, Campus.lecturerId(nth), Campus.fullName(8 + nth));
    }
    return text.toString();
  }

  private String identities() {
    StringBuilder text = new StringBuilder("learner_id,kind,home_page,identifier\n");
    for (int person = 0; person < Campus.persons(shape); person++) {
      line(text, Campus.personId(person), "account", Campus.SITE, Campus.account(person));
    }
    for (int nth = 0; nth < shape.courses(); nth++) {
      line(text, Campus.lecturerId(nth), "account", Campus.SITE, Campus.lecturerAccount(nth));
    }
    return text.toString();
  }

  private String enrolments() {
    StringBuilder text = new StringBuilder("course_id,learner_id,role,enrolled_on,left_on\n");
    for (int term = 1 - shape.terms(); term <= 0; term++) {
      for (int nth = 0; nth < shape.courses(); nth++) {
        int course = Campus.course(shape, term, nth);
        line(text, Campus.courseId(course), Campus.lecturerId(nth), "lecturer", "", "");
      }
      for (int learner = 0; learner < shape.learners(); learner++) {
        String id = Campus.personId(Campus.person(shape, term, learner));
        for (int nth = 0; nth < Campus.COURSES_OF_A_LEARNER; nth++) {
          int course = Campus.course(shape, term, Campus.courseOf(shape, learner, nth));
          line(text, Campus.courseId(course), id, "learner", shape.opens(term), "");
        }
      }
    }
    return text.toString();
  }

  private String activities() {
    StringBuilder text =
        new StringBuilder("course_id,activity_id,iri,kind,title,forum_kind,counted,max_score\n");
    for (int term = 1 - shape.terms(); term <= 0; term++) {
      for (int nth = 0; nth < shape.courses(); nth++) {
        activities(Campus.course(shape, term, nth), text);
      }
    }
    return text.toString();
  }

  private static void activities(int course, StringBuilder text) {
    for (int forum = 0; forum < Campus.FORUMS; forum++) {
      line(
          text,
          Campus.courseId(course),
          "DD" + forum,
          Campus.moduleIri(course, Campus.Module.FORUM, forum),
          "forum",
          Campus.moduleTitle(Campus.Module.FORUM, forum),
          forum == 0 ? "" : "collective",
          "",
          "");
    }
    for (int quiz = 0; quiz < Campus.WEEKS; quiz++) {
      line(
          text,
          Campus.courseId(course),
          quiz < 9 ? "BT0" + (quiz + 1) : "BT" + (quiz + 1),
          Campus.moduleIri(course, Campus.Module.QUIZ, quiz),
          "exercise",
          Campus.moduleTitle(Campus.Module.QUIZ, quiz),
          "",
          quiz < Campus.COUNTED_QUIZZES ? "yes" : "no",
          Campus.maxScore(quiz));
    }
  }

  private static void line(StringBuilder text, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cells[i]);
    }
    text.append('\n');
  }
}
