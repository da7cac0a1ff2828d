package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Order, overlap and repetition change nothing, and equal rows stay as many as they are. */
class RowIdsLawsTest {
  private static final String HEADER =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP"
          + " address\n";

  @Property(tries = 60)
  void rowsHaveTheSameIdsInAnyOrderAndInAnyOverlap(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> seconds,
      @ForAll long seed,
      @ForAll @IntRange(max = 9) int from,
      @ForAll @IntRange(max = 9) int until) {
    List<Integer> shuffled = new ArrayList<>(seconds);
    Collections.shuffle(shuffled, new Random(seed));
    List<UUID> whole = ids(seconds);

    assertThat(whole).hasSize(seconds.size()).doesNotHaveDuplicates();
    assertThat(ids(shuffled)).containsExactlyInAnyOrderElementsOf(whole);
    // A download of some days has all rows of each of its seconds.
    Set<UUID> both = new HashSet<>(ids(seconds.stream().filter(s -> s <= until).toList()));
    both.addAll(ids(seconds.stream().filter(s -> s >= Math.min(from, until)).toList()));
    assertThat(both).containsExactlyInAnyOrderElementsOf(whole);
  }

  private static List<UUID> ids(List<Integer> seconds) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int second : seconds) {
      text.append("\"22/10/26, 09:02:0")
          .append(second)
          .append("\",L,-,\"Course: A\",System,X,\"The user with id '5' did it.\",web,1.2.3.4\n");
    }
    return Collected.of(Collected.SITE, Collected.file("log.csv", text.toString())).ids();
  }
}
