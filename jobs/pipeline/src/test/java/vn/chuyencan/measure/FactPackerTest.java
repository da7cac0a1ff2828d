package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.PostText;

/** What was packed is what is unpacked, in the partition of its run. */
class FactPackerTest {

  /** Remembers what it is told. */
  private static final class Memory implements FactSink {
    private final List<Object> told = new ArrayList<>();
    private final List<String> sources = new ArrayList<>(List.of("another"));

    @Override
    public int source(String name) {
      sources.add(name);
      return sources.size() - 1;
    }

    @Override
    public void burst(int run, int learner, BurstRow row) {
      told.add(List.of("burst", run, learner, row, sources.get(row.source())));
    }

    @Override
    public void unresolved(BurstRow row) {
      told.add(List.of("unresolved", row));
    }

    @Override
    public void post(int run, int learner, SeenPost post) {
      told.add(List.of("post", run, learner, post));
    }

    @Override
    public void deletion(int run, long objectKey) {
      told.add(List.of("deletion", run, objectKey));
    }

    @Override
    public void act(int run, int learner, LearnerFacts.MarkedAct act) {
      told.add(List.of("act", run, learner, act));
    }
  }

  @Test
  void everyFactComesBack() {
    FactPacker packer = new FactPacker(Scope.NONE, new int[] {1, 0}, 2);
    Memory memory = new Memory();
    int source = packer.source("lms");
    BurstRow row =
        new BurstRow(
            source,
            -5,
            Long.MAX_VALUE,
            20_000,
            3,
            true,
            List.of(new Burst(-1, 7, 2), new Burst(9, 9, -1)),
            List.of(new Interval(1, 2)));
    FactSink.SeenPost bare =
        new FactSink.SeenPost(1, "iri:ế", null, null, null, null, false, 5, new UUID(1, -1), null);
    FactSink.SeenPost full =
        new FactSink.SeenPost(
            2, "", 3L, "f", 4L, "d", true, -6, new UUID(-1, 0), new PostText(-9, 12));
    LearnerFacts.MarkedAct act =
        new LearnerFacts.MarkedAct(
            8,
            "e",
            "a",
            9,
            new BigDecimal("7.50"),
            null,
            new BigDecimal("-1e3"),
            null,
            true,
            new UUID(0, 0),
            -12L,
            true);
    packer.burst(0, 17, row);
    packer.post(0, 18, bare);
    packer.post(0, 18, full);
    packer.deletion(0, -3);
    packer.act(1, 19, act);
    packer.finish();
    for (int partition = 0; partition < 2; partition++) {
      Map.Entry<Integer, byte[]> piece = packer.full().remove();
      assertThat(piece.getKey()).isEqualTo(partition);
      FactPacker.unpack(piece.getValue(), memory);
    }
    assertThat(packer.full()).isEmpty();
    // The sink gives sources numbers of its own, once a piece.
    BurstRow told =
        new BurstRow(2, -5, Long.MAX_VALUE, 20_000, 3, true, row.bursts(), row.declared());
    assertThat(memory.told)
        .containsExactly(
            List.of("act", 1, 19, act),
            List.of("burst", 0, 17, told, "lms"),
            List.of("post", 0, 18, bare),
            List.of("post", 0, 18, full),
            List.of("deletion", 0, -3L));
  }

  @Test
  void aBusyPartitionEndsItsPiecesBeforeTheyGrowLarge() {
    FactPacker packer = new FactPacker(Scope.NONE, new int[] {0}, 1);
    for (int fact = 0; fact < 100_000; fact++) {
      packer.deletion(0, fact);
    }
    assertThat(packer.full()).hasSizeGreaterThan(1);
    packer.finish();
    Memory memory = new Memory();
    packer.full().forEach(piece -> FactPacker.unpack(piece.getValue(), memory));
    assertThat(memory.told).hasSize(100_000);
  }

  @Test
  void aLearnerOfTheRegisterIsFoundByEachIdentifier() {
    Learners learners = new Learners(Map.of(1L, "a", 2L, "b", Long.MIN_VALUE, "a", 0L, "c"));
    assertThat(learners.id(learners.of(1))).isEqualTo("a");
    assertThat(learners.of(Long.MIN_VALUE)).isEqualTo(learners.numberOf("a"));
    assertThat(learners.id(learners.of(0))).isEqualTo("c");
    assertThat(learners.of(3)).isNegative();
    assertThat(learners.numberOf("d")).isNegative();
    assertThat(CourseRuns.day(LocalDate.EPOCH)).isZero();
  }
}
