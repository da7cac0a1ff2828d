package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However a file is cut, the records are the same and in the same order. */
class ByteRangeLawTest {

  @Property(tries = 150)
  void anySplittingGivesTheSameRecordsInTheSameOrder(
      @ForAll("files") byte[] file, @ForAll @IntRange(min = 1, max = 900) int targetBytes) {
    Scans.Collected whole = Scans.scan(file, Scans.lenient());
    Scans.Collected cut = Scans.scan(file, Scans.lenient(), targetBytes);

    assertThat(cut.events).isEqualTo(whole.events);
    assertThat(cut.offsets).isEqualTo(whole.offsets);
    assertThat(cut.rejected)
        .extracting(RejectedStatement::fileOffset, RejectedStatement::text)
        .isEqualTo(
            whole.rejected.stream()
                .map(r -> org.assertj.core.groups.Tuple.tuple(r.fileOffset(), r.text()))
                .toList());
    assertThat(cut.counts).isEqualTo(whole.counts);
    assertThat(cut.actors).isEqualTo(whole.actors);
    assertThat(cut.activities).isEqualTo(whole.activities);
    assertThat(cut.verbs).isEqualTo(whole.verbs);
  }

  @Property(tries = 60)
  void gzipGivesTheSameAsPlain(@ForAll("files") byte[] file) {
    Scans.Collected plain = Scans.scan(file, Scans.lenient());
    Scans.Collected zipped = Scans.scan(Scans.gzip(file), Scans.lenient(), 100);

    assertThat(zipped.events).isEqualTo(plain.events);
    assertThat(zipped.offsets).isEqualTo(plain.offsets);
    assertThat(zipped.counts).isEqualTo(plain.counts);
  }

  @Property(tries = 60)
  void anOffsetIsWhereTheRecordsTextStands(@ForAll("files") byte[] file) {
    Scans.Collected whole = Scans.scan(file, Scans.lenient());

    for (long offset : whole.offsets) {
      assertThat(file[Math.toIntExact(offset)]).isEqualTo((byte) '{');
    }
    for (RejectedStatement rejected : whole.rejected) {
      byte[] text = rejected.text().getBytes(StandardCharsets.UTF_8);
      assertThat(
              java.util.Arrays.copyOfRange(
                  file,
                  Math.toIntExact(rejected.fileOffset()),
                  Math.toIntExact(rejected.fileOffset()) + text.length))
          .isEqualTo(text);
    }
  }

  @Provide
  Arbitrary<byte[]> files() {
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                8, Arbitraries.integers().between(0, 40).map(n -> Samples.statement(n).toString())),
            net.jqwik.api.Tuple.of(1, Arbitraries.of("", "   ", "\t")),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.of("{\"đứt", "không phải JSON", "{}", "7", "{\"actor\":null}")),
            net.jqwik.api.Tuple.of(
                1,
                Arbitraries.of(
                    "[]",
                    "[" + Samples.statement(50) + ", " + Samples.statement(51) + "]",
                    "{\"statements\":[" + Samples.statement(52) + "],\"more\":\"\"}")));
    Arbitrary<List<String>> lines = line.list().ofMinSize(0).ofMaxSize(12);
    return net.jqwik.api.Combinators.combine(
            lines,
            Arbitraries.of("\n", "\r\n"),
            Arbitraries.of("", "\uFEFF"),
            Arbitraries.of(true, false))
        .as(
            (all, end, mark, last) ->
                (mark + String.join(end, all) + (last ? end : ""))
                    .getBytes(StandardCharsets.UTF_8));
  }
}
