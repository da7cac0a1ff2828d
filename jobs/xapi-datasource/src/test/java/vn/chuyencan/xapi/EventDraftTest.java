package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Action;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Origin;

class EventDraftTest {
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-09-07T01:02:03Z");
  private static final ActorIdentity WHO =
      new ActorIdentity("account", "https://lms.example", "7", "An");
  private static final ActivityDescription COURSE =
      new ActivityDescription("https://lms.example/course/view.php?id=2", null, "course", "A");

  /** What a sink is told, in few words. */
  private static final class Heard implements StatementSink {
    private final List<String> accepted = new ArrayList<>();
    private final List<RejectedStatement> rejected = new ArrayList<>();
    private final Map<Long, ActorIdentity> actors = new HashMap<>();
    private final Map<Long, ActivityDescription> activities = new HashMap<>();
    private final Map<Long, VerbDescription> verbs = new HashMap<>();
    private int outOfScope;

    @Override
    public void accepted(StatementRecord record) {
      accepted.add(
          String.join(
              " ",
              new UUID(record.eventIdHigh(), record.eventIdLow()).toString(),
              Long.toHexString(record.contentHash()),
              Long.toString(record.occurredAt()),
              record.action(),
              record.activityKind(),
              record.origin(),
              Boolean.toString(record.hasCourseKey()),
              Boolean.toString(record.hasTargetActorKey())));
    }

    @Override
    public void rejected(RejectedStatement record) {
      rejected.add(record);
    }

    @Override
    public void outOfScope(StatementRecord record) {
      outOfScope++;
    }

    @Override
    public void actor(long key, ActorIdentity identity) {
      actors.put(key, identity);
    }

    @Override
    public void activity(long key, ActivityDescription description) {
      activities.put(key, description);
    }

    @Override
    public void verb(long key, VerbDescription description) {
      verbs.put(key, description);
    }
  }

  private final Heard heard = new Heard();

  private EventDraft draft(Instant from) {
    return new EventDraft(
        ScanOptions.of(ScanMode.LENIENT, SECRET, Instant.parse("2027-01-01T00:00:00Z"))
            .withRange(from, null),
        heard);
  }

  private static EventDraft filled(EventDraft draft, Instant at) {
    return draft
        .begin(1, "log", 42)
        .id("lms|log|42")
        .content("all that it says")
        .occurredAt(at)
        .actor(WHO)
        .verb("urn:moodle:event:core:event:course_viewed", null, Action.VIEWED)
        .course(COURSE)
        .activity(COURSE);
  }

  @Test
  void tellsARecordAndWhomAndWhatItIsAbout() {
    EventDraft draft = draft(null);
    filled(draft, AT).accept();
    filled(draft, AT).target(WHO).origin(Origin.LOGIN_AS).action(Action.CREATED).accept();

    assertThat(heard.accepted).hasSize(2);
    assertThat(heard.accepted.get(0)).endsWith(" viewed course statement true false");
    // Whoever acts upon himself concerns nobody else.
    assertThat(heard.accepted.get(1)).endsWith(" created course login_as true false");
    // The id and the content are those of the texts, whenever the record is read.
    assertThat(heard.accepted.get(0).substring(0, 50))
        .isEqualTo(heard.accepted.get(1).substring(0, 50));
    assertThat(UUID.fromString(heard.accepted.get(0).substring(0, 36)).version()).isEqualTo(5);
    assertThat(heard.actors)
        .containsExactly(Map.entry(new ActorKeys(SECRET).of(WHO.canonical()), WHO));
    assertThat(heard.activities).containsExactly(Map.entry(Keys.of(COURSE.iri()), COURSE));
    assertThat(heard.verbs.values())
        .singleElement()
        .satisfies(verb -> assertThat(verb.known()).isTrue());
    assertThat(draft.counts()).isEqualTo(new ScanCounts(2, 2, 0, 0, Map.of()));
    assertThat(draft.counts()).isEqualTo(ScanCounts.NONE);
  }

  @Test
  void aClockThatWasNeverSetIsRejected() {
    EventDraft draft = draft(null);
    filled(draft, Instant.EPOCH).accept();
    filled(draft, ScanOptions.EARLIEST_PLAUSIBLE).accept();

    assertThat(heard.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.PAST_TIMESTAMP);
    assertThat(draft.counts()).isEqualTo(new ScanCounts(2, 1, 1, 0, Map.of()));
  }

  @Test
  void whatComesTooEarlyIsOutOfScopeAndWhatIsOfTheFutureIsRejected() {
    EventDraft draft = draft(AT.plusSeconds(1));
    filled(draft, AT).accept();
    filled(draft, Instant.parse("2099-01-01T00:00:00Z")).accept();

    assertThat(heard.outOfScope).isEqualTo(1);
    assertThat(heard.rejected)
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.FUTURE_TIMESTAMP);
              assertThat(rejected.text()).isEqualTo("all that it says");
              assertThat(rejected.fileOffset()).isEqualTo(42);
            });
    assertThat(heard.actors).isEmpty();
    assertThat(draft.counts()).isEqualTo(new ScanCounts(2, 0, 1, 1, Map.of()));
  }

  @Test
  void wordsOutsideTheListsAreNotTaken() {
    EventDraft draft = draft(null).begin(1, "log", 1);

    assertThatThrownBy(() -> draft.action("gazed")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draft.origin("moon")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draft.kind("cloud")).isInstanceOf(IllegalArgumentException.class);
    assertThat(draft.kind(ActivityKind.LMS)).isSameAs(draft);
  }
}
