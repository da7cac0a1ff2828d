package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** Numbers that stand where a time should and are none, as imports and scripts leave them. */
@Tag("database")
class MoodleTimesTest {
  private static final long MILLIS = SmallSite.OPENS * 1000;

  @ParameterizedTest
  @EnumSource
  void whatIsNoTimeIsAsNotTold(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
      SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
      site.change("UPDATE {user_enrolments} SET timeend = 9223372036854775807 WHERE userid = 5");
      site.change("UPDATE {user_enrolments} SET timestart = " + MILLIS + " WHERE userid = 6");

      LocalDate opens = LocalDate.of(2026, 9, 7);
      assertThat(SiteSettings.registers(site).enrolments())
          .extracting(Enrolment::learnerId, Enrolment::enrolledOn, Enrolment::leftOn)
          .containsExactlyInAnyOrder(tuple("SV5", opens, null), tuple("SV6", opens, null));
    }
  }

  /** Weeks without end would be judged one by one. */
  @ParameterizedTest
  @EnumSource
  void aCourseThatEndsInAHundredYearsHasNoEnd(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      site.change("UPDATE {course} SET enddate = 4102419600 WHERE id = 2");

      assertThat(SiteSettings.registers(site).courseRuns())
          .extracting(CourseRun::opensOn, CourseRun::closesOn)
          .contains(tuple(LocalDate.of(2026, 9, 7), LocalDate.of(2027, 9, 6)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowOfTheLogAtNoTimeIsRejected(DatabaseServer server) {
    try (MoodleSite site = SmallSite.fill(new MoodleSite(server))) {
      SmallSite.log(site, 1, SmallSite.OPENS, 5);
      SmallSite.log(site, 2, MILLIS, 5);
      SmallSite.log(site, 3, Long.MAX_VALUE, 5);

      ToldEvents told = ToldEvents.of(site.commit());
      assertThat(told.lines()).hasSize(1);
      assertThat(told.rejected()).containsExactly("2 INVALID_TIMESTAMP", "3 INVALID_TIMESTAMP");
    }
  }
}
