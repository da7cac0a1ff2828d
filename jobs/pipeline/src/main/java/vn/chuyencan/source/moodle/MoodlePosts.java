package vn.chuyencan.source.moodle;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.PostText;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.xapi.Fingerprinter;
import vn.chuyencan.xapi.Fingerprints;

/**
 * What was written in forums, and in those of the plugin Forum (Advanced), {@code hsuforum}, where
 * it is installed, as it stands in their tables now. What was deleted since stands in the log only,
 * and a post without content is none (FC-X.10): neither counts.
 */
final class MoodlePosts {
  private static final String FORUM = "forum";

  /** The plugin; it stands before the numbers of its posts and discussions. */
  static final String ADVANCED = "hsuforum";

  private final MoodleDatabase database;
  private final MoodleActivities activities;
  private final MoodlePeople people;
  private final Registers.Builder registers;
  private final MoodlePlaces places;
  private final Fingerprinter fingerprinter;
  private final boolean texts;

  /**
   * @param wanted of what fingerprints are taken
   */
  MoodlePosts(
      MoodleDatabase database,
      MoodleActivities activities,
      MoodlePeople people,
      Registers.Builder registers,
      Fingerprints wanted) {
    this.database = database;
    this.activities = activities;
    this.people = people;
    this.registers = registers;
    this.places = new MoodlePlaces(database.settings().site());
    this.fingerprinter = new Fingerprinter(wanted);
    this.texts = wanted.wants(Fingerprints.Thing.TEXT);
  }

  /** The name of a post of the plugin: posts of both kinds of forums are numbered from 1 on. */
  private static String advanced(long number) {
    return ADVANCED + "-" + number;
  }

  /** Adds those of these runs; all of a run, unless it has forums that cannot be read. */
  void add(MoodleRuns runs) {
    registers.present(RegisterName.POST);
    boolean advanced = database.has(ADVANCED, ADVANCED + "_posts");
    for (Long course : runs.courses()) {
      if (advanced || !activities.has(course, ADVANCED)) {
        registers.covering(RegisterName.POST, runs.run(course));
      }
    }
    add(FORUM, Set.of());
    if (advanced) {
      add(ADVANCED, anonymous());
    }
  }

  /** The plugin's forums in which nobody is to know who wrote, and the table does know. */
  private Set<Long> anonymous() {
    Set<Long> forums = new HashSet<>();
    database.each(
        ADVANCED,
        "id anonymous?",
        "",
        row -> {
          if (row.number("anonymous") != 0) {
            forums.add(row.number("id"));
          }
        });
    return forums;
  }

  private void add(String type, Set<Long> anonymous) {
    Map<Long, MoodleActivities.Found> forumOf = new HashMap<>();
    Set<Long> hidden = new HashSet<>();
    database.each(
        type + "_discussions",
        "id forum",
        "",
        row -> {
          MoodleActivities.Found forum = activities.find(type, row.number("forum"));
          if (forum != null) {
            forumOf.put(row.number("id"), forum);
          }
          if (anonymous.contains(row.number("forum"))) {
            hidden.add(row.number("id"));
          }
        });
    database.each(
        type + "_posts",
        "id discussion parent userid created deleted? message attachment? reveal?",
        "",
        row -> {
          boolean named = !hidden.contains(row.number("discussion")) || row.number("reveal") != 0;
          if (named) {
            add(type, forumOf.get(row.number("discussion")), row);
          }
        });
  }

  private void add(String type, MoodleActivities.Found forum, MoodleRow row) throws SQLException {
    String author = people.mention(row.number("userid"));
    Instant created = row.instant("created");
    String message = row.text("message");
    boolean deleted = row.number("deleted") != 0;
    if (forum == null || author == null || created == null) {
      return;
    }
    if (!deleted && !PostContent.isThere(message, row.text("attachment"))) {
      return;
    }
    long number = row.number("id");
    long discussion = row.number("discussion");
    boolean topic = row.number("parent") == 0;
    boolean plain = type.equals(FORUM);
    registers.add(
        new Post(
            forum.run(),
            author,
            forum.activity(),
            plain ? Long.toString(number) : advanced(number),
            topic ? PostKind.TOPIC : PostKind.REPLY,
            plain ? Long.toString(discussion) : advanced(discussion),
            created,
            deleted,
            topic
                ? places.discussion(type, discussion).iri()
                : places.post(type, discussion, number).iri(),
            texts ? text(fingerprinter.text(message)) : null));
  }

  private static PostText text(Fingerprinter.Text told) {
    return told == null ? null : new PostText(told.key(), told.characters());
  }
}
