package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.AttemptState;
import vn.chuyencan.model.AttendanceStatus;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.xapi.Fingerprints;

/** The traps of reports (marks, maxima, lines of averages, lists of attendance). */
class ReportsTest {

  @Test
  void aQuizReportHasDecimalCommasSeveralAttemptsAndAnAverageThatIsNobody() throws IOException {
    String text =
        "Họ,\"Tên đệm và tên\",\"Thư điện tử\",Status,\"Bắt đầu vào lúc\",\"Được hoàn thành\","
            + "\"Thời gian thực hiện\",\"Grade/10,00\",\"Q. 1 /1,67\"\n"
            + "Bùi,A,a@x,Finished,\"14 tháng 9 2026  8:16 AM\",\"14 tháng 9 2026  8:20 AM\",x,"
            + "\"6,67\",-\n"
            + "Bùi,A,a@x,Finished,\"14 tháng 9 2026  7:43 AM\",\"14 tháng 9 2026  8:15 AM\",x,"
            + "\"8,33\",\"1,67\"\n"
            + "Bùi,B,b@x,\"In progress\",\"14 tháng 9 2026  7:43 AM\",-,-,-,-\n"
            + "Bùi,C,c@x,Finished,\"14 tháng 9 2026  7:43 AM\",\"14 tháng 9 2026  8:15 AM\",x,"
            + "\"Not yet graded\",\"1,67\"\n"
            + "Bùi,D,d@x,-,-,-,-,-,-\n"
            + "\"Trung bình tổng\",,,,,,,\"4,98\",\"0,90\"\n";

    List<QuizAttempt> attempts = QuizReport.read(Collected.file("q.csv", text), Collected.SITE);

    assertThat(attempts)
        .extracting(
            a -> a.person().email() + a.number() + " " + a.state() + " " + a.score() + "/10.00")
        .containsExactlyInAnyOrder(
            "a@x1 FINISHED 8.33/10.00",
            "a@x2 FINISHED 6.67/10.00",
            "b@x1 IN_PROGRESS null/10.00",
            "c@x1 SUBMITTED null/10.00");
    assertThat(attempts).allMatch(a -> a.maxScore().toPlainString().equals("10.00"));
    assertThat(attempts.get(0).register("K", "L", "Q").state())
        .isIn(AttemptState.FINISHED, AttemptState.IN_PROGRESS, AttemptState.SUBMITTED);
  }

  @Test
  void marksOfTheGradebookHaveTheirOwnDecimalMark() throws IOException {
    String text =
        """
        Họ,"Tên đệm và tên","Thư điện tử","Đề thi:Bài 1 (Thực)","Đề thi:Bài 1 (Phần trăm)"
        Bùi,A,a@x,8.33,"83.33 %"
        Bùi,B,b@x,-,
        """;
    Download file = Collected.file("g.csv", text);

    assertThat(ReportKind.of(file, Collected.SITE)).isEqualTo(ReportKind.GRADEBOOK);
    assertThat(Gradebook.read(file, Collected.SITE))
        .extracting(
            g -> g.person().email() + " " + g.item() + " " + g.percentage() + " " + g.value())
        .containsExactly(
            "a@x Bài 1 false 8.33", "b@x Bài 1 false null",
            "a@x Bài 1 true 83.33", "b@x Bài 1 true null");
  }

  @Test
  void theMaximumMayStandInTheHeading() throws IOException {
    String text =
        """
        First name,Last name,Email address,Quiz 1(out of 15),Essay (out of 7.5),Course total (Real)
        A,Bùi,a@x,"12,5",-,80
        Overall average,,,10,,
        """;
    Download file = Collected.file("g.csv", text);

    assertThat(ReportKind.of(file, Collected.SITE)).isEqualTo(ReportKind.GRADEBOOK);
    assertThat(Gradebook.read(file, Collected.SITE))
        .extracting(g -> g.item() + " " + g.value() + "/" + g.maximum())
        .containsExactly("Quiz 1 12.5/15", "Essay null/7.5", "Course total 80/null");
  }

  @Test
  void aListOfAttendanceHasThreeLinesAboveAndQuotesInNames() throws IOException {
    String text =
        "Khoá học\tA\nNhóm\tTất cả\n\nHọ\tTên đệm và tên\tStudent ID\tThư điện tử\t"
            + "1 thg 10 2026 7.30PM Group 5\t\tP\tTaken sessions\n"
            + "Lý\t\"Bo\" Anh\t42\ta@x\tP (2/2)\t\t1\t1\nLý\tB\t43\tb@x\tE (1/2)\tCó phép\t0\t1\n"
            + "Lý\tC\t44\tc@x\tA (0/2)\t\t0\t1\nLý\tD\t45\td@x\t?\t\t0\t0\n"
            + "Lý\tE\t46\te@x\tL (1/2)\t\t0\t0\n";
    Download file = Collected.file("a.txt", text);

    assertThat(ReportKind.of(file, Collected.SITE)).isEqualTo(ReportKind.ATTENDANCE);
    List<ListedAttendance> marks = AttendanceList.read(file, Collected.SITE);
    assertThat(marks)
        .extracting(ListedAttendance::moodleUser, ListedAttendance::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(42L, AttendanceStatus.PRESENT),
            org.assertj.core.groups.Tuple.tuple(43L, AttendanceStatus.EXCUSED),
            org.assertj.core.groups.Tuple.tuple(44L, AttendanceStatus.ABSENT),
            org.assertj.core.groups.Tuple.tuple(46L, AttendanceStatus.LATE));
    assertThat(marks.get(0).person().firstName()).isEqualTo("\"Bo\" Anh");
    assertThat(marks.get(0).startsAt()).hasToString("2026-10-01T12:30:00Z");
  }

  @Test
  void aForumExportHasTopicsAndRepliesAndRefusesWhatIsNoNumber() throws IOException {
    String header = "id,discussion,parent,userid,userfullname,created,modified,deleted\n";
    List<ForumPost> posts =
        ForumExport.read(
            Collected.file(
                "f.csv", header + "3,3,0,63,A,1788752845,1,0\n20,3,3,14,B,1788785621,1,1\n"),
            Collected.SITE);

    assertThat(posts).extracting(ForumPost::kind).containsExactly(PostKind.TOPIC, PostKind.REPLY);
    assertThat(posts.get(1).deleted()).isTrue();
    assertThat(posts.get(1).register("https://lms.example", "K", "L", "F").iri())
        .isEqualTo("https://lms.example/mod/forum/discuss.php?d=3#p20");
    assertThatThrownBy(
            () ->
                ForumExport.read(
                    Collected.file("f.csv", header + "x,3,0,63,A,1788752845,1,0\n"),
                    Collected.SITE))
        .isInstanceOf(IOException.class);
  }

  @Test
  void ofTheTextsOfAForumExportFingerprintsAreKeptWhereAskedFor() throws IOException {
    Download file =
        Collected.file(
            "f.csv",
            """
            id,discussion,parent,userid,userfullname,created,modified,deleted,message
            3,3,0,63,A,1788752845,1,0,<p>Cảm ơn cô</p>
            20,3,3,14,B,1788785621,1,0,CẢM ƠN CÔ
            """);
    Fingerprints texts = Fingerprints.of(new byte[] {1}, Set.of(Fingerprints.Thing.TEXT));
    List<ForumPost> posts = ForumExport.read(file, Collected.SITE, texts);

    assertThat(posts.get(0).text()).isNotNull().isEqualTo(posts.get(1).text());
    assertThat(ForumExport.read(file, Collected.SITE))
        .extracting(ForumPost::text)
        .containsOnlyNulls();
  }

  @Test
  void postsOfAForumExportThatSayNothingAreNone() throws IOException {
    Download file =
        Collected.file(
            "f.csv",
            """
            id,discussion,parent,userid,userfullname,created,modified,deleted,message,attachment
            3,3,0,63,A,1788752845,1,0,<p>&nbsp;</p>,
            4,3,3,63,A,1788752845,1,0,<blockquote>Cảm ơn cô</blockquote>,0
            5,3,3,63,A,1788752845,1,0,,1
            6,3,3,63,A,1788752845,1,1,,
            7,3,3,63,A,1788752845,1,0,Vâng,
            """);

    assertThat(ForumExport.read(file, Collected.SITE))
        .extracting(ForumPost::id)
        .containsExactly(5L, 6L, 7L);
  }
}
