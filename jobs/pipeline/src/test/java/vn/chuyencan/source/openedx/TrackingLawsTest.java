package vn.chuyencan.source.openedx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Neither order nor the cutting of files nor repeats change what lines tell. */
class TrackingLawsTest {
  private static final List<String> NAMES =
      List.of("page_close", "seq_next", "play_video", "/dashboard", "hvsp.unknown", "problem_show");

  @Property(tries = 50)
  void orderChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> lines = lines(random);
    Set<String> told = told(lines);
    Collections.shuffle(lines, random);

    assertThat(told(lines)).isEqualTo(told);
  }

  @Property(tries = 50)
  void anyCuttingOfAFileTellsTheSameInTheSameOrder(
      @ForAll long seed, @ForAll @IntRange(min = 50, max = 5_000) int splitBytes) {
    byte[] file = bytes(lines(new Random(seed)));
    Tracked whole = Tracked.read(file, Tracked.options(), Long.MAX_VALUE);
    Tracked cut = Tracked.read(file, Tracked.options(), splitBytes);
    Tracked zipped = Tracked.read(Tracked.gzip(file), Tracked.options(), splitBytes);

    assertThat(cut.events).isEqualTo(whole.events).isEqualTo(zipped.events);
    assertThat(cut.counts).isEqualTo(whole.counts).isEqualTo(zipped.counts);
  }

  @Property(tries = 50)
  void aLineToldAgainIsTheSameEventWithTheSameContent(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> lines = lines(random);
    Set<String> told = told(lines);
    List<String> again = new ArrayList<>(lines);
    for (int i = 0; i < 10; i++) {
      String line = lines.get(random.nextInt(lines.size()));
      again.add(random.nextBoolean() ? line : "Sep  7 01:00:00 lms INFO - " + reordered(line));
    }
    Collections.shuffle(again, random);

    assertThat(told(again)).isEqualTo(told);
  }

  @Property(tries = 50)
  void differentLinesAreDifferentEvents(@ForAll long seed) {
    List<String> lines = lines(new Random(seed));
    Tracked told = Tracked.read(bytes(lines), Tracked.options(), Long.MAX_VALUE);

    assertThat(told.events.stream().map(Tracked.Event::id).collect(Collectors.toSet()))
        .hasSameSizeAs(new TreeSet<>(lines));
  }

  /** The same properties in another order, with other white space. */
  private static String reordered(String line) {
    String time = line.substring(line.indexOf("\"time\""), line.indexOf("\"ip\""));
    return "{ " + time + line.replace(time, "").substring(1);
  }

  private static Set<String> told(List<String> lines) {
    Tracked told = Tracked.read(bytes(lines), Tracked.options(), Long.MAX_VALUE);
    TreeMap<String, String> byId = new TreeMap<>();
    told.events.forEach(event -> byId.put(event.id().toString(), event.toString()));
    assertThat(told.rejected).isEmpty();
    return new TreeSet<>(byId.values());
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Instant time = Lines.START.plusNanos(1_000L * random.nextInt(40));
      String user = "sv" + random.nextInt(3);
      lines.add(
          random.nextInt(4) == 0
              ? Lines.checked(user, 1 + random.nextInt(3), "2", time)
              : Lines.line(
                  random.nextBoolean() ? "browser" : "server",
                  NAMES.get(random.nextInt(NAMES.size())),
                  random.nextBoolean() ? "null" : "{\"id\": \"77aa\"}",
                  random.nextInt(5) == 0 ? "" : user,
                  random.nextInt(3) == 0 ? "null" : "7",
                  time));
    }
    return lines;
  }
}
