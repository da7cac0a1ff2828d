package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.FeedbackResponse;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** Answers of surveys, and that anonymous ones name nobody. */
@Tag("database")
class MoodleFeedbackTest {
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

  private static void answers(MoodleSite site, long id, long user, long anonymous, String value) {
    site.add(
        "feedback_completed",
        "id",
        id,
        "feedback",
        8,
        "userid",
        user,
        "timemodified",
        NOON + id,
        "anonymous_response",
        anonymous);
    site.add("feedback_value", "id", 10 * id, "item", 1, "completed", id, "value", value);
    site.add("feedback_value", "id", 10 * id + 1, "item", 2, "completed", id, "value", "2");
    site.add("feedback_value", "id", 10 * id + 2, "item", 3, "completed", id, "value", "1|3");
    site.add("feedback_value", "id", 10 * id + 3, "item", 4, "completed", id, "value", "1");
  }

  private static void survey(MoodleSite site, long anonymous) {
    site.add("feedback", "id", 8, "course", SmallSite.COURSE, "name", "KS", "anonymous", anonymous);
    SmallSite.module(site, 60, "feedback", 8, "idnumber", "KS01");
    question(site, 1, "Góp ý", "textarea", "30|5");
    question(site, 2, "<b>Hài lòng?</b>", "multichoicerated", "r>>>>>1####Không|4####Có<<<<<1");
    question(site, 3, "Chọn", "multichoice", "c>>>>>Video\r\n|Bài đọc\r\n|Diễn đàn");
    // Tells when somebody answered, which tells who.
    question(site, 4, "Thông tin", "info", "1");
  }

  private static void question(MoodleSite site, long id, String name, String type, String more) {
    site.add(
        "feedback_item",
        "id",
        id,
        "feedback",
        8,
        "name",
        name,
        "typ",
        type,
        "presentation",
        more,
        "hasvalue",
        1,
        "position",
        id);
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void anonymousAnswersNameNobody(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      survey(site, 1);
      // The table does know who it was, and when; the earlier one comes second by what it says.
      answers(site, 20, 6, 1, "Tốt");
      answers(site, 21, 5, 1, "Chưa tốt");
      answers(site, 22, 9, 1, "Tôi dạy lớp này");
      List<FeedbackResponse> responses = SiteSettings.registers(site).feedbackResponses();
      assertThat(responses)
          .allSatisfy(
              row -> {
                assertThat(row.learnerId()).isNull();
                assertThat(row.answeredAt()).isNull();
                assertThat(row.toString()).doesNotContain("SV5", "SV6", "20", "21", "Nguyễn");
              });
      assertThat(responses)
          .extracting(row -> row.responseId() + " " + row.itemName() + " " + row.value())
          .containsExactlyInAnyOrder(
              "anonymous-1 Góp ý Chưa tốt",
              "anonymous-1 Hài lòng? 4",
              "anonymous-1 Chọn Video|Diễn đàn",
              "anonymous-2 Góp ý Tốt",
              "anonymous-2 Hài lòng? 4",
              "anonymous-2 Chọn Video|Diễn đàn");
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseServer.class)
  void onlyWhatIsNamedOnBothSidesHasAName(DatabaseServer server) {
    try (MoodleSite site = site(server, MoodleVersion.V4_5)) {
      survey(site, 2);
      answers(site, 20, 6, 2, "Tốt");
      // Given while the survey was anonymous.
      answers(site, 21, 5, 1, "");
      assertThat(SiteSettings.registers(site).feedbackResponses())
          .filteredOn(row -> !row.itemId().equals("3"))
          .extracting(
              row ->
                  row.responseId() + " " + row.itemId() + " " + row.value() + " " + row.learnerId())
          .containsExactlyInAnyOrder("20 1 Tốt SV6", "20 2 4 SV6", "anonymous-1 2 4 null");
      site.change("DROP TABLE {feedback_value}");
      assertThat(SiteSettings.registers(site).present()).doesNotContain("feedback_response");
    }
  }
}
