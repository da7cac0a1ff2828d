package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** The traps of Moodle's logs, one by one. */
class LogDownloadsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP"
          + " address\n";
  private static final String VIEW =
      "\"22/10/26, 09:02:31\",\"Ánh Dương\",-,\"Course: A\",System,\"Course viewed\",\"The user with"
          + " id '63' viewed the course with id '2'.\",web,14.177.1.10\n";

  private static Collected read(String rows) {
    return Collected.of(Collected.SITE, Collected.file("log.csv", HEADER + rows));
  }

  private static String row(String time, String user, String description, String origin) {
    return "\"%s\",\"%s\",-,\"Course: A\",System,X,\"%s\",%s,1.2.3.4%n"
        .formatted(time, user, description, origin)
        .replace(System.lineSeparator(), "\n");
  }

  static Stream<MoodleLocale> locales() {
    return Languages.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("locales")
  void headingsOfEveryLanguageAreKnownInAnyOrder(MoodleLocale locale) {
    List<String> roles =
        List.of(
            "ip",
            "origin",
            "description",
            "event",
            "component",
            "context",
            "affected",
            "user",
            "time");
    String header =
        String.join("\t", roles.stream().map(role -> locale.headings().get(role).get(0)).toList());
    String row =
        "1.2.3.4\tweb\tThe user with id '63' viewed the course with id '2'.\t"
            + locale.events().get("course_viewed")
            + "\tX\tY: A\t-\tN\t2026-10-22 09:02:31";

    Collected all =
        Collected.of(Collected.SITE, Collected.file("log.txt", header + "\r" + row + "\r"));

    assertThat(all.folder.logs()).extracting(LogFile::locale).first().isEqualTo(locale);
    assertThat(all.events)
        .singleElement()
        .extracting(e -> e.at().toString(), e -> e.action())
        .containsExactly("2026-10-22T02:02:31Z", Action.VIEWED);
    assertThat(Meaning.of("", locale.events().get("course_viewed"), locale).event())
        .isEqualTo("\\core\\event\\course_viewed");
  }

  @Test
  void encodingsLineEndsAndSeparatorsDoNotMatter() {
    String text = HEADER + VIEW;
    List<UUID> plain = read(VIEW).ids();
    byte[] mark = "\ufeff".getBytes(StandardCharsets.UTF_8);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[mark.length + utf8.length];
    System.arraycopy(mark, 0, marked, 0, mark.length);
    System.arraycopy(utf8, 0, marked, mark.length, utf8.length);
    String semicolons =
        HEADER.replace(',', ';')
            + VIEW.replace("\",", "\";")
                .replace("-,", "-;")
                .replace("System,", "System;")
                .replace("web,", "web;");

    for (byte[] bytes :
        List.of(
            marked,
            text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
            text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
            semicolons.getBytes(StandardCharsets.UTF_8))) {
      assertThat(Collected.of(Collected.SITE, Collected.file("x", bytes)).ids()).isEqualTo(plain);
    }
    Collected western =
        Collected.of(
            Collected.SITE,
            Collected.file(
                "x",
                (HEADER + VIEW.replace("Ánh Dương", "Zoë"))
                    .getBytes(Charset.forName("windows-1252"))));
    assertThat(western.events).extracting(Collected.Event::name).containsExactly("Zoë");
  }

  @Test
  void entitiesQuotesAndNewlinesStandInCells() {
    Collected all =
        read(
            "\"22/10/26, 09:02:31\",\"Quốc \"\"Bo\"\", Anh Lý\",-,\"Page: A &amp; B\nC\",Page,\"Course"
                + " module viewed\",\"The user with id '42' viewed the 'page' activity with course"
                + " module id '5'.\",web,1.2.3.4\n");

    assertThat(all.events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("Quốc \"Bo\", Anh Lý");
              assertThat(event.activity()).isEqualTo("https://lms.example/mod/page/view.php?id=5");
              assertThat(event.kind()).isEqualTo(ActivityKind.PAGE);
            });
  }

  @Test
  void jsonOnOneLineIsTheSameAsCsv() {
    String json =
        "[[{\"time\":\"22\\/10\\/26, 09:02:31\",\"userfullname\":\"Ánh Dương\",\"affecteduser\":\"-\","
            + "\"eventcontext\":\"Course: A\",\"component\":\"System\",\"eventname\":\"Course viewed\","
            + "\"description\":\"The user with id '63' viewed the course with id '2'.\","
            + "\"origin\":\"web\",\"ipaddress\":\"14.177.1.10\"}]]";

    assertThat(Collected.of(Collected.SITE, Collected.file("a.json", json)).ids())
        .isEqualTo(read(VIEW).ids());
  }

  @Test
  void namesWithoutNumbersAreResolvedOnlyWhenTheyAreOnePersons() {
    Collected all =
        read(
            VIEW
                + row("22/10/26, 09:03:00", "Ánh Dương", "Something happened.", "web")
                + row("22/10/26, 09:04:00", "Nobody Else", "Something happened.", "web")
                + row("22/10/26, 09:05:00", "Two", "The user with id '7' has logged in.", "web")
                + row("22/10/26, 09:05:00", "Two", "The user with id '8' has logged in.", "web")
                + row("22/10/26, 09:06:00", "Two", "Something happened.", "web")
                + row("22/10/26, 09:07:00", "-", "The user with id '9' has logged in.", "web"));

    assertThat(all.events)
        .extracting(Collected.Event::actor)
        .containsExactly("63", "63", "name:Nobody Else", "7", "8", "name:Two", "9");
  }

  @Test
  void onlyOwnActsCount() {
    Collected all =
        read(
            row("22/10/26, 09:02:31", "Teacher as Learner", "The user with id '5' x.", "web")
                + row(
                    "22/10/26, 09:02:32",
                    "-",
                    "The user with id '-1' updated the grade with id"
                        + " '1' for the user with id '5' for the grade item with id '2'.",
                    "web")
                + row("22/10/26, 09:02:33", "L", "The user with id '5' x.", "cli")
                + row("22/10/26, 09:02:34", "L", "The user with id '5' x.", "restore")
                + row("22/10/26, 09:02:35", "L", "The user with id '5' x.", "ws"));

    assertThat(all.events)
        .extracting(Collected.Event::origin)
        .containsExactly(Origin.LOGIN_AS, Origin.CRON, Origin.CRON, Origin.CRON, Origin.STATEMENT);
    assertThat(all.events.get(0).actor()).isEqualTo("5");
    assertThat(all.events.get(1).target()).isEqualTo("5");
  }

  /**
   * What others did to a learner is no act of the learner, and says nothing of whose name it is.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The user with id '5' completed the course with id '2'.",
        "The user with id '5' has been awarded the badge with id '3'.",
        "The user with the id '5' has had the badge with id '3' revoked.",
        "The attempt with id '9' for the user with id '5' for the quiz with course module id '7' is"
            + " now fully graded. Sending notification.",
        "The attempt with id 9 for for quiz with course module id 7 by user with id 5 had automatic"
            + " grading performed.",
        "The user with id '5' has had their assessment attempt evaluated for the workshop with"
            + " course module id '7'."
      })
  void actsOnALearnerAreNotTheLearners(String description) {
    String known =
        row("22/10/26, 09:00:00", "Teacher", "The user with id '2' has logged in.", "web")
            + row("22/10/26, 09:00:01", "Learner", "The user with id '5' has logged in.", "web");
    String act = row("22/10/26, 09:02:31", "Teacher", description, "web");
    String own = row("22/10/26, 09:02:32", "Learner", description, "web");

    assertThat(read(known + act + own).events)
        .extracting(Collected.Event::actor)
        .containsExactly("2", "5", "2", "5");
    // Of a teacher of whom nothing else is known only the name is, whomever the row concerns.
    assertThat(
            read(act + row("22/10/26, 09:03:00", "Teacher", "Something happened.", "web")).events)
        .extracting(Collected.Event::actor)
        .containsOnly("name:Teacher");
  }

  @Test
  void sentencesThatEndWithWhoActedTellTheNumber() {
    String quiz = " for the quiz with course module id '7'";
    Collected all =
        read(
            row(
                    "22/10/26, 09:02:31",
                    "Teacher",
                    "The user with id '5' has had their attempt with id '9'"
                        + quiz
                        + " re-opened by the user with id '2'.",
                    "web")
                + row("22/10/26, 09:03:00", "Teacher", "Something happened.", "web")
                // Moodle writes the reviewer's number first, against what the sentence says.
                + row(
                    "22/10/26, 09:04:00",
                    "Learner",
                    "The user with id '5' has had their attempt with id '9' reviewed by the user"
                        + " with id '5'"
                        + quiz
                        + ".",
                    "web"));

    assertThat(all.events).extracting(Collected.Event::actor).containsExactly("2", "2", "5");
    assertThat(all.events.get(0).target()).isEqualTo("5");
  }

  @Test
  void postedContentIsNoPost() {
    String forum = " in the discussion with id '3' in the forum with course module id '9'.";
    Collected all =
        read(
            row(
                    "22/10/26, 09:02:31",
                    "L",
                    "The user with id '5' has posted content in the forum"
                        + " post with id '7' in the discussion '3' located in the forum with course"
                        + " module id '9'.",
                    "web")
                + row(
                    "22/10/26, 09:02:31",
                    "L",
                    "The user with id '5' has created the post with id '7'" + forum,
                    "web")
                + row(
                    "22/10/26, 09:02:31",
                    "L",
                    "The user with id '5' has created the discussion"
                        + " with id '3' in the forum with course module id '9'.",
                    "web"));

    assertThat(all.events)
        .extracting(Collected.Event::action)
        .containsExactly(Action.INTERACTED, Action.REPLIED, Action.CREATED);
    assertThat(all.events.get(1).activity())
        .isEqualTo("https://lms.example/mod/forum/discuss.php?d=3#p7");
    assertThat(all.events.get(1).parent()).isEqualTo("https://lms.example/mod/forum/view.php?id=9");
  }

  @Test
  void theAdvancedForumIsAForum() {
    String post =
        row(
            "22/10/26, 09:02:31",
            "L",
            "The user with id '5' has created the post with id '7' in the discussion with id '3'"
                + " in the forum with course module id '9'.",
            "web");
    Collected plain = read(post.replace(",System,X,", ",Forum,Post created,"));
    Collected advanced = read(post.replace(",System,X,", ",Forum (Advanced),Post created,"));

    assertThat(advanced.events).hasSize(1);
    assertThat(advanced.events.get(0).action()).isEqualTo(Action.REPLIED);
    assertThat(advanced.events.get(0).kind()).isEqualTo(plain.events.get(0).kind());
    assertThat(advanced.events.get(0).parent()).contains("id=9");
  }

  @Test
  void equalRowsOfOneDownloadAreNotOneAndOverlapsDoNotDouble() {
    String second = VIEW.replace("09:02:31", "09:03:00");

    assertThat(read(VIEW + VIEW + second).ids()).hasSize(3).doesNotHaveDuplicates();
    assertThat(read(second + VIEW + VIEW).ids())
        .containsExactlyInAnyOrderElementsOf(read(VIEW + VIEW + second).ids());
    assertThat(read(VIEW + VIEW + second).ids()).containsAll(read(VIEW + VIEW).ids());
  }

  @Test
  void daysThatDoNotExistAndTimesWithoutAYearAreRefused() {
    Collected all =
        read(
            row("29/02/18, 10:00:00", "L", "The user with id '5' x.", "web")
                + row("11 May, 09:44", "L", "The user with id '5' x.", "web")
                + row("-", "L", "The user with id '5' x.", "web"));

    assertThat(all.events).isEmpty();
    assertThat(all.rejected)
        .extracting(rejected -> rejected.reason())
        .containsExactly(
            Reason.INVALID_TIMESTAMP, Reason.INVALID_TIMESTAMP, Reason.MISSING_TIMESTAMP);
    assertThat(all.rejected.get(1).message()).contains("names no year");
    assertThat(
            Collected.of(
                    Collected.SITE.withYear(2024),
                    Collected.file(
                        "a", HEADER + row("11 May, 09:44", "L", "The user with id '5' x.", "web")))
                .events)
        .extracting(event -> event.at().toString())
        .containsExactly("2024-05-11T02:44:00Z");
  }

  @Test
  void datesOfTwoMeaningsAskForTheirFormat() {
    String rows =
        row("4/5/13, 10:00", "L", "The user with id '5' x.", "web")
            + row("6/2/13, 10:00", "L", "The user with id '5' x.", "web")
            + row("5/3/13, 10:00", "L", "The user with id '5' x.", "web");
    Collected open = read(rows);

    assertThat(open.folder.faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_DATES_AMBIGUOUS);
    Collected american =
        Collected.of(
            Collected.SITE.withDateFormat("mdy"), Collected.file("log.csv", HEADER + rows));
    assertThat(american.folder.faults()).isEmpty();
    assertThat(american.events.get(0).at()).hasToString("2013-04-05T03:00:00Z");
    Collected decided = read(rows + row("4/14/13, 10:00", "L", "The user with id '5' x.", "web"));
    assertThat(decided.events.get(0).at()).hasToString("2013-04-05T03:00:00Z");
  }

  @Test
  void minutesBesideSecondsAreToldAloud() {
    Collected all =
        Collected.of(
            Collected.SITE,
            Collected.file("a.csv", HEADER + VIEW),
            Collected.file(
                "b.csv", HEADER + VIEW.replace("22/10/26, 09:02:31", "22/10/26, 09:02") + VIEW),
            Collected.file(
                "c.csv",
                HEADER
                    + VIEW.replace("22/10/26, 09:02:31", "22/10/26, 09:02")
                    + VIEW.replace("22/10/26, 09:02:31", "22/10/26, 09:03")));

    assertThat(all.folder.warnings())
        .isNotEmpty()
        .allMatch(
            fault ->
                fault.code() == ErrorCode.DOWNLOAD_RESOLUTIONS_MIXED
                    && fault.file().equals("c.csv"));
  }

  @Test
  void whatIsNoDownloadIsToldAloud() {
    Collected all = Collected.of(Collected.SITE, Collected.file("notes.txt", "Xin chào\n"));

    assertThat(all.folder.warnings())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_UNKNOWN);
    assertThat(all.folder.unusable().get("notes.txt").reason()).isEqualTo(Reason.SOURCE_UNKNOWN);
  }

  @Test
  void aSitesLogHasACourseColumn() {
    Collected all =
        Collected.of(
            Collected.SITE,
            Collected.file(
                "site.csv",
                "Course,"
                    + HEADER
                    + "B,"
                    + VIEW
                    + "B,"
                    + row("22/10/26, 09:03:00", "Ánh Dương", "Something happened.", "web")));

    assertThat(all.events)
        .extracting(Collected.Event::course)
        .containsOnly("https://lms.example/course/view.php?id=2");
  }
}
