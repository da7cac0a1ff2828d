package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.ActorKeys;

/** In whatever nights files come, what their rows say is what they say together. */
class LaterKnowledgeLawsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP"
          + " address\n";
  private static final ActorKeys KEYS = new ActorKeys("secret".getBytes(StandardCharsets.UTF_8));

  private static final List<String> ROWS =
      List.of(
          "A|Something happened.",
          "B|Something happened.",
          "A|The user with id '5' has logged in.",
          "B|The user with id '6' has logged in.",
          "A|The user with id '7' has logged in.",
          "A|The user with id '5' has submitted the attempt with id '4' for the quiz with course"
              + " module id '8'.",
          "B|The user with id '5' completed the course with id '2'.",
          "-|The user with id '6' viewed course module id '8'.",
          "B|The user with id '6' viewed the course with id '3'.");

  private static String log(List<Integer> rows) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int row : rows) {
      String[] parts = ROWS.get(row % ROWS.size()).split("\\|", -1);
      text.append("\"22/10/26, 09:02:")
          .append(10 + row % 50)
          .append("\",")
          .append(parts[0])
          .append(",-,\"Course: A\",System,X,\"")
          .append(parts[1])
          .append("\",web,1.2.3.4\n");
    }
    return text.toString();
  }

  private static Map<UUID, Collected.Event> told(Collected all) {
    Map<UUID, Collected.Event> told = new HashMap<>();
    // Of a row that several files have the first stands.
    all.events.forEach(event -> told.putIfAbsent(event.id(), event));
    return told;
  }

  @Property(tries = 150)
  void filesTellNightByNightWhatTheyTellAtOnce(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(min = 1, max = 5) List<@IntRange(max = 44) Integer>> files,
      @ForAll long seed) {
    List<Download> downloads = new ArrayList<>();
    files.forEach(rows -> downloads.add(Collected.file("log" + downloads.size(), log(rows))));
    Collections.shuffle(downloads, new Random(seed));

    Map<UUID, Collected.Event> nights = new HashMap<>();
    Answers asked = Answers.none();
    for (int night = 1; night <= downloads.size(); night++) {
      List<Download> there = downloads.subList(0, night);
      Known known = DownloadFolder.survey(there, Collected.SITE).known();
      boolean again = Answers.of(asked.text()).otherwise(known.all(KEYS)) > 0;
      if (again) {
        nights.clear();
      }
      List<Download> fresh = again ? there : there.subList(night - 1, night);
      told(Collected.of(Collected.SITE, known, fresh)).forEach(nights::putIfAbsent);
      asked = asked.and(known.asked(KEYS));
    }

    Map<UUID, Collected.Event> once =
        told(Collected.of(Collected.SITE, downloads.toArray(Download[]::new)));
    assertThat(nights.keySet()).isEqualTo(once.keySet());
    once.forEach(
        (id, event) -> {
          assertThat(nights.get(id).actor()).as(event.toString()).isEqualTo(event.actor());
          assertThat(nights.get(id).kind()).as(event.toString()).isEqualTo(event.kind());
          assertThat(nights.get(id).target()).as(event.toString()).isEqualTo(event.target());
        });
  }

  @Test
  void whatWasAskedHoldsNoName() {
    Known known =
        DownloadFolder.survey(List.of(Collected.file("log", log(List.of(0, 1, 2)))), Collected.SITE)
            .known();

    Answers asked = known.asked(KEYS);
    // Two names and the course of the log: two numbers each.
    assertThat(Base64.getDecoder().decode(asked.text())).hasSize(3 * 2 * Long.BYTES);
    assertThat(asked.otherwise(known.all(KEYS))).isZero();
  }
}
