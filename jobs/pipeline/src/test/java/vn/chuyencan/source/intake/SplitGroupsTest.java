package vn.chuyencan.source.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chuyencan.xapi.InputSplit;

class SplitGroupsTest {
  private static final long MEBI = 1L << 20;

  private static InputSplit split(int number, long length, String end) {
    return new InputSplit("file:/%05d%s".formatted(number, end), number, length, 0, 0, length);
  }

  private static List<InputSplit> splits(int count, long length) {
    List<InputSplit> splits = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      splits.add(split(number, length, ".ndjson"));
    }
    return splits;
  }

  @Property
  void everySplitOnceAndInOrder(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 300) Integer> mebis,
      @ForAll @IntRange(min = 1, max = 16) int threads) {
    List<InputSplit> splits = new ArrayList<>();
    for (int mebi : mebis) {
      splits.add(split(splits.size(), mebi * MEBI, mebi % 3 == 0 ? ".json.gz" : ".ndjson"));
    }
    List<SplitGroups.Group> groups = SplitGroups.of(splits, threads);
    assertThat(groups.stream().flatMap(group -> group.splits().stream()).toList())
        .isEqualTo(splits);
    assertThat(groups).allSatisfy(group -> assertThat(group.splits()).isNotEmpty());
  }

  @Test
  void theManySplitsOfAFirstLoadShareTasksEvenly() {
    List<SplitGroups.Group> groups = SplitGroups.of(splits(256, 16 * MEBI), 2);
    assertThat(groups).hasSize(16).allSatisfy(group -> assertThat(group.splits()).hasSize(16));
  }

  @Test
  void smallFilesShareAsManyTasksAsRunAtOnce() {
    assertThat(SplitGroups.of(splits(14, 80_000), 2)).hasSize(2);
    assertThat(SplitGroups.of(splits(3, 0), 2)).hasSize(2);
    assertThat(SplitGroups.of(splits(1, 80_000), 2)).hasSize(1);
  }

  @Test
  void aTaskNeverHoldsTheSumsOfTooMuch() {
    assertThat(SplitGroups.of(splits(2048, 16 * MEBI), 2)).hasSize(65);
  }
}
