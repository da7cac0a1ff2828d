package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.Keys;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

/** What a log of one course run adds up to. */
class SectionActivityTest {
  private static final String COURSE = "https://lms.example/course/1";
  private static final LocalDate OPENS = LocalDate.of(2026, 9, 7);
  private static final long LECTURER = 1;
  private static final long MODERATOR = 2;
  private static final long DISCUSSION = 10;
  private static final long ANSWER = 11;

  private static SectionActivity activity() {
    Registers registers =
        Registers.builder()
            .present(RegisterName.COURSE_RUN)
            .present(RegisterName.ENROLMENT)
            .addAll(
                List.of(
                    new CourseRun(
                        "A", "A", COURSE, OPENS, OPENS.plusDays(34), null, Set.of(), null),
                    new Enrolment("A", "GV", Role.LECTURER, null, null)))
            .build();
    return new SectionActivity(
        new Scope(
            CourseContext.of(registers, List.of(), ZoneId.of("Asia/Ho_Chi_Minh")),
            new Learners(Map.of(LECTURER, "GV")),
            new Removals(),
            OPENS.plusDays(40),
            true,
            false,
            Witnesses.STRANGERS));
  }

  private static Record act(long actor, String action, long post, int minute, String origin) {
    Record row = GenericRecord.create(TableContract.of(Tables.LEARNING_EVENT).icebergSchema());
    row.setField("event_id", new UUID(post, minute));
    row.setField("origin", origin);
    row.setField("source", "lms");
    row.setField("occurred_at", OPENS.atTime(LocalTime.of(3, minute)).atOffset(ZoneOffset.UTC));
    row.setField("event_date", OPENS);
    row.setField("actor_key", actor);
    row.setField("course_key", Keys.of(COURSE));
    row.setField("activity_key", post);
    row.setField("action", action);
    row.setField("activity_kind", ActivityKind.POST);
    row.setField("content_hash", post);
    if (Action.REPLIED.equals(action)) {
      row.setField("reply_to_key", DISCUSSION);
    }
    return row;
  }

  private static List<Object> actions(SectionActivity activity) {
    return activity.rows().stream().map(row -> row[2]).toList();
  }

  @Test
  void anAnswerCounts() {
    SectionActivity activity = activity();
    activity.add(act(LECTURER, Action.REPLIED, ANSWER, 1, Origin.STATEMENT));

    assertThat(actions(activity)).containsExactly(Action.REPLIED);
  }

  /**
   * By a moderator who is in no register, or by the platform itself; before or after it is read.
   */
  @ParameterizedTest
  @CsvSource({"2, statement, true", "2, statement, false", "1, cron, true", "2, cron, false"})
  void anAnswerThatWasDeletedDoesNot(long deleter, String origin, boolean early) {
    SectionActivity activity = activity();
    Record deletion = act(deleter, Action.DELETED, ANSWER, 2, origin);
    if (early) {
      activity.add(deletion);
    }
    activity.add(act(LECTURER, Action.REPLIED, ANSWER, 1, Origin.STATEMENT));
    if (!early) {
      activity.add(deletion);
    }

    assertThat(actions(activity)).doesNotContain(Action.REPLIED);
  }

  @Test
  void whatThePlatformDoesIsNobodysAct() {
    SectionActivity activity = activity();
    activity.add(act(LECTURER, Action.REPLIED, ANSWER, 1, Origin.CRON));
    activity.add(act(MODERATOR, Action.REPLIED, ANSWER + 1, 1, Origin.STATEMENT));

    assertThat(activity.rows()).isEmpty();
  }
}
