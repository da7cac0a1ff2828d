package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An institution of one course run with a lecturer and two learners, one of whom will be erased.
 * Everything can be had without that one, as if there had never been such a person.
 */
final class SecretClass {
  static final String SECRET = "hv-mat-01";
  static final String SECRET_NAME = "Nguyễn Bí Mật";
  static final String SECRET_MAIL = "bi.mat@mat.example";
  static final String COURSE = "LOP-1";
  private static final String VERB_REPLIED = "http://id.tincanapi.com/verb/replied";
  private static final String SITE = "https://lop.example";

  private final boolean withSecret;
  private final List<String> statements = new ArrayList<>();
  private int last;

  private SecretClass(boolean withSecret) {
    this.withSecret = withSecret;
  }

  /** Writes registers, statements and configuration. */
  static void write(Path folder, boolean withSecret) {
    new SecretClass(withSecret).write(folder);
  }

  private void write(Path folder) {
    CommandLines.write(
        folder,
        "chuyencan.yaml",
        """
        institution: {id: lop, name: Trường Lớp, key: khoa-rieng}
        warehouse: ./warehouse
        publish: ./published
        sources: [{id: lms, kind: xapi, path: ./statements}]
        policies: [flipped-classroom]
        """);
    registers(folder);
    statements();
    CommandLines.write(folder, "statements/one.ndjson", String.join("\n", statements) + "\n");
  }

  private void registers(Path folder) {
    register(
        folder,
        "course_run",
        "course_id,title,iri,opens_on,closes_on",
        COURSE + ",Lớp một," + SITE + "/course/view.php?id=1,2026-09-07,2026-09-27");
    register(
        folder,
        "learner",
        "learner_id,full_name",
        "GV01,Thầy Giáo",
        SECRET + "," + SECRET_NAME,
        "HV02,Trần Mở");
    register(
        folder,
        "identity",
        "learner_id,kind,home_page,identifier",
        "GV01,account," + SITE + ",thaygiao",
        SECRET + ",account," + SITE + ",mat.account",
        SECRET + ",mbox,,mailto:" + SECRET_MAIL,
        "HV02,account," + SITE + ",mo.account");
    register(
        folder,
        "enrolment",
        "course_id,learner_id,role",
        COURSE + ",GV01,lecturer",
        COURSE + "," + SECRET + ",learner",
        COURSE + ",HV02,learner");
    register(
        folder,
        "group_member",
        "course_id,group_id,learner_id",
        COURSE + ",N1," + SECRET,
        COURSE + ",N1,HV02");
    register(
        folder,
        "activity",
        "course_id,activity_id,iri,kind,title,forum_kind,group_id,counted,max_score",
        COURSE + ",DD," + SITE + "/mod/forum/view.php?id=5,forum,Thảo luận,collective,,,",
        COURSE + ",BT," + SITE + "/mod/quiz/view.php?id=6,exercise,Bài tập,,,yes,10");
  }

  private void register(Path folder, String name, String header, String... rows) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (String row : rows) {
      if (withSecret || !row.contains(SECRET)) {
        text.append(row).append('\n');
      }
    }
    CommandLines.write(folder, "registers/" + name + ".csv", text.toString());
  }

  private void statements() {
    String secret = account("mat.account", SECRET_NAME);
    String mail = "{\"name\":\"" + SECRET_NAME + "\",\"mbox\":\"mailto:" + SECRET_MAIL + "\"}";
    String open = account("mo.account", "Trần Mở");
    String teacher = account("thaygiao", "Thầy Giáo");
    for (int day = 7; day < 27; day++) {
      String date = String.format("2026-09-%02dT0", day);
      for (int minute = 10; minute < 20; minute += 3) {
        String at = date + "1:" + minute + ":00Z";
        told(statement(at, open, "experienced", page(day), ""));
        told(statement(at, mine(day % 2 == 0 ? secret : mail), "experienced", page(day), ""));
      }
      told(statement(date + "2:00:00Z", teacher, "experienced", page(day), ""));
    }
    told(post("2026-09-08T03:00:00Z", mine(secret), 71, 700, "của " + SECRET_NAME));
    told(post("2026-09-08T04:00:00Z", open, 71, 701, "trả lời"));
    told(post("2026-09-09T04:00:00Z", open, 72, 702, "chủ đề"));
    told(quiz("2026-09-10T04:00:00Z", mine(secret), 9));
    told(quiz("2026-09-10T05:00:00Z", open, 8));
    // Somebody else's event that concerns the person.
    told(
        statement(
            "2026-09-11T05:00:00Z",
            teacher,
            "scored",
            page(3),
            withSecret ? ",\"instructor\":" + secret : ""));
    told(
        statement(
            "2026-09-11T06:00:00Z",
            open,
            "experienced",
            "{\"id\":\"" + SITE + "/user/" + "x1\",\"definition\":{\"name\":{\"vi\":\"Hồ sơ\"}}}",
            ""));
    if (withSecret) {
      told(statements.get(1));
      String voided = statement("2026-09-12T01:00:00Z", secret, "experienced", page(4), "");
      told(voided);
      told(
          statement("2026-09-12T02:00:00Z", secret, "voided", "", "")
              .replace(
                  "\"object\":",
                  "\"object\":{\"objectType\":\"StatementRef\",\"id\":\"" + id(last - 1) + "\"}"));
      // Refused: the one cannot be parsed, the other has no time.
      told("{\"actor\":" + secret + ",\"verb\":");
      told(statement("neverT", mail, "experienced", page(4), ""));
      // Refused, and the message quotes the address: whole, and cut after a hundred characters.
      String hashed = "{\"mbox_sha1sum\":\"" + SECRET_MAIL + "\"}";
      told(statement("2026-09-12T03:00:00Z", hashed, "experienced", page(4), ""));
      String words = "\"" + "x".repeat(88) + " " + SECRET_MAIL + "\"";
      told(statement("2026-09-12T03:00:00Z", words, "experienced", page(4), ""));
    } else {
      last += 4;
    }
  }

  /** The actor, or nothing where the person never was. */
  private String mine(String actor) {
    return withSecret ? actor : null;
  }

  private void told(String statement) {
    if (statement != null) {
      statements.add(statement);
    }
  }

  private static String id(int number) {
    return new UUID(0x1234567812344000L, 0x8000000000000000L + number).toString();
  }

  private String statement(String at, String actor, String verb, String object, String context) {
    last++;
    return actor == null
        ? null
        : "{\"id\":\""
            + id(last)
            + "\",\"timestamp\":\""
            + at
            + "\",\"actor\":"
            + actor
            + ",\"verb\":{\"id\":\""
            + (verb.startsWith("http") ? verb : "http://adlnet.gov/expapi/verbs/" + verb)
            + "\"},\"object\":"
            + object
            + ",\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\""
            + SITE
            + "/course/view.php?id=1\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/course\"}}]}"
            + context
            + "}}";
  }

  private static String account(String name, String fullName) {
    return "{\"name\":\""
        + fullName
        + "\",\"account\":{\"homePage\":\""
        + SITE
        + "\",\"name\":\""
        + name
        + "\"}}";
  }

  private static String page(int number) {
    return "{\"id\":\"" + SITE + "/page/" + number + "\"}";
  }

  private String post(String at, String actor, int discussion, int post, String title) {
    String text =
        statement(
            at,
            actor,
            VERB_REPLIED,
            "{\"id\":\""
                + SITE
                + "/mod/forum/discuss.php?d="
                + discussion
                + "#p"
                + post
                + "\",\"definition\":{\"type\":\"http://id.tincanapi.com/activitytype/forum-reply\",\"name\":{\"vi\":\""
                + title
                + "\"}}}",
            "");
    return text == null
        ? null
        : text.replace(
            "\"contextActivities\":{",
            "\"contextActivities\":{\"parent\":[{\"id\":\""
                + SITE
                + "/mod/forum/view.php?id=5\",\"definition\":{\"type\":\"http://id.tincanapi.com/activitytype/discussion\"}}],");
  }

  private String quiz(String at, String actor, int points) {
    String text =
        statement(
            at,
            actor,
            "completed",
            "{\"id\":\""
                + SITE
                + "/mod/quiz/view.php?id=6\",\"definition\":{\"type\":\"http://adlnet.gov/expapi/activities/assessment\"}}",
            "");
    return text == null
        ? null
        : text.replace(
            ",\"context\":{",
            ",\"result\":{\"completion\":true,\"score\":{\"raw\":"
                + points
                + ",\"min\":0,\"max\":10}},\"context\":{\"registration\":\""
                + id(9000 + points)
                + "\",");
  }
}
