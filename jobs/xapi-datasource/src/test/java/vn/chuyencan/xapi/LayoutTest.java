package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.xapi.rules.Reason;

/** Every way in which files hold statements. */
class LayoutTest {
  private static final List<ObjectNode> STATEMENTS =
      IntStream.range(0, 5).mapToObj(Samples::statement).toList();

  static Stream<String> layouts() {
    ArrayNode list = Samples.JSON.createArrayNode().addAll(STATEMENTS);
    ObjectNode result = Samples.JSON.createObjectNode();
    result.put("more", "/xapi/statements?more=\"x\"&[");
    result.set("statements", list);
    ObjectNode resultFirst = Samples.JSON.createObjectNode();
    resultFirst.set("statements", list);
    resultFirst.put("more", "");
    String lines = String.join("\n", STATEMENTS.stream().map(ObjectNode::toString).toList());
    String listOfTwo = "[" + STATEMENTS.get(0) + "," + STATEMENTS.get(1) + "]";
    String rest = String.join("\n", lines.lines().skip(2).toList());
    return Stream.of(
        lines,
        lines + "\n",
        "\n\n" + lines,
        list.toString(),
        Samples.pretty(list),
        "\uFEFF" + Samples.pretty(list),
        "[" + list + "]",
        "[\n" + lines.replace("\n", ",\n") + "\n]",
        result.toString(),
        Samples.pretty(result),
        resultFirst.toString(),
        Samples.pretty(resultFirst).replace("\n", "\r\n"),
        listOfTwo + "\n" + rest,
        listOfTwo + "\n[" + rest.replace("\n", ",") + "]\n",
        String.join("\n", STATEMENTS.stream().map(Samples::pretty).toList()));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayoutGivesTheSameStatements(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    List<Scans.Event> expected =
        STATEMENTS.stream().map(s -> Scans.scan(s.toString(), Scans.strict()).event()).toList();

    for (Scans.Collected scanned :
        List.of(
            Scans.scan(bytes, Scans.strict()),
            Scans.scan(bytes, Scans.strict(), 10),
            Scans.scan(Scans.gzip(bytes), Scans.strict()))) {
      assertThat(scanned.rejected).isEmpty();
      assertThat(scanned.events).isEqualTo(expected);
      for (long offset : scanned.offsets) {
        assertThat(bytes[Math.toIntExact(offset)]).isEqualTo((byte) '{');
      }
    }
  }

  @Test
  void aDocumentMayBeLongerThanARecord() {
    StringBuilder list = new StringBuilder("[");
    for (int i = 0; i < 60_000; i++) {
      list.append(i == 0 ? "" : ",").append(STATEMENTS.get(i % 5));
    }
    byte[] bytes = list.append(']').toString().getBytes(StandardCharsets.UTF_8);

    Scans.Collected scanned = Scans.scan(bytes, Scans.strict().withLineLimit(1_000));

    assertThat(bytes.length).isGreaterThan(20_000_000);
    assertThat(scanned.counts.accepted()).isEqualTo(60_000);
    assertThat(scanned.rejected).isEmpty();
  }

  @Test
  void gzipMembersThatFollowOneAnotherAreOneFile() {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    STATEMENTS.forEach(
        s -> members.writeBytes(Scans.gzip((s + "\n").getBytes(StandardCharsets.UTF_8))));

    assertThat(Scans.scan(members.toByteArray(), Scans.strict()).events).hasSize(5);
  }

  /** The JDK's reader takes whatever follows a member and is no header for the end of the file. */
  @Test
  void whatFollowsAMemberIsNotLeftOutSilently() {
    byte[] first = Scans.gzip(longFile());
    byte[] second = Scans.gzip((STATEMENTS.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
    byte[] damaged = second.clone();
    damaged[0] = 'x';
    int statements = Scans.scan(first, Scans.strict()).events.size();

    assertThat(rejectedBehind(first, Arrays.copyOf(second, 6), statements))
        .containsExactly(Reason.SOURCE_TRUNCATED);
    assertThat(rejectedBehind(first, damaged, statements)).containsExactly(Reason.SOURCE_CORRUPT);
    assertThat(rejectedBehind(first, new byte[512], statements)).isEmpty();
    assertThat(rejectedBehind(first, second, statements + 1)).isEmpty();
  }

  private static List<Reason> rejectedBehind(byte[] first, byte[] rest, int statements) {
    byte[] file = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, file, first.length, rest.length);
    Scans.Collected scanned = Scans.scan(file, Scans.strict());
    assertThat(scanned.events).hasSize(statements);
    return scanned.rejected.stream().map(RejectedStatement::reason).toList();
  }

  @Test
  void truncatedGzipKeepsWhatWasReadAndSaysSo() {
    byte[] whole = Scans.gzip(longFile());
    Scans.Collected scanned = Scans.scan(Arrays.copyOf(whole, whole.length / 2), Scans.strict());

    assertThat(scanned.events).isNotEmpty();
    assertThat(scanned.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.SOURCE_TRUNCATED);
    assertThat(scanned.counts.read()).isEqualTo(scanned.events.size() + 1L);
  }

  @Test
  void gzipCutInItsHeaderIsOneRejectedRecord() {
    byte[] whole = Scans.gzip(longFile());

    assertThat(Scans.scan(Arrays.copyOf(whole, 5), Scans.strict()).rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.SOURCE_TRUNCATED);
  }

  @Test
  void damagedGzipKeepsWhatWasReadAndSaysSo() {
    byte[] whole = Scans.gzip(longFile());
    Arrays.fill(whole, whole.length / 2, whole.length / 2 + 200, (byte) 0xff);
    Scans.Collected scanned = Scans.scan(whole, Scans.strict());

    assertThat(scanned.events).isNotEmpty();
    assertThat(scanned.rejected)
        .last()
        .extracting(RejectedStatement::reason)
        .isIn(Reason.SOURCE_CORRUPT, Reason.SOURCE_TRUNCATED);
  }

  @Test
  void aListWithoutItsEndKeepsItsWholeEntries() {
    String list = "[\n" + STATEMENTS.get(0) + ",\n" + STATEMENTS.get(1) + ",\n";
    for (String cut : List.of(list, list + "{\"id\":\"x", list + STATEMENTS.get(2))) {
      Scans.Collected scanned = Scans.scan(cut, Scans.strict());
      assertThat(scanned.events).hasSizeBetween(2, 3);
      assertThat(scanned.rejected)
          .extracting(RejectedStatement::reason)
          .containsExactly(Reason.SOURCE_TRUNCATED);
    }
  }

  @Test
  void bracketsThatDoNotMatchEndADocumentAloud() {
    String list = "[\n" + STATEMENTS.get(0) + ",\n{\"a\":[1},\n" + STATEMENTS.get(1) + "\n]";
    Scans.Collected scanned = Scans.scan(list, Scans.strict());

    assertThat(scanned.events).hasSize(1);
    assertThat(scanned.rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.MALFORMED_JSON);
    assertThat(scanned.rejected.get(0).message()).contains("the rest of the source");
  }

  @Test
  void aBrokenFirstLineDoesNotTakeTheFileWithIt() {
    for (String broken :
        List.of("{\"actor\":{\"name\":\"cut", "{\"a\":1,", "{", "{\"a\":{\"b\":1}")) {
      String file = broken + "\n" + STATEMENTS.get(0) + "\n" + STATEMENTS.get(1) + "\n";
      Scans.Collected scanned = Scans.scan(file, Scans.strict());
      assertThat(scanned.events).as(broken).hasSize(2);
      assertThat(scanned.rejected).as(broken).hasSize(1);
    }
  }

  @Test
  void aLineThatIsTooLongIsRejectedWithItsBeginning() {
    String tooLong = "{\"x\":\"" + "a".repeat(700_000) + "\"}";
    String file = STATEMENTS.get(0) + "\n" + tooLong + "\n" + STATEMENTS.get(1);
    String list = "[" + STATEMENTS.get(0) + "," + tooLong + "," + STATEMENTS.get(1) + "]";

    for (String content : List.of(file, file + "\n" + tooLong, list)) {
      Scans.Collected scanned = Scans.scan(content, Scans.strict().withLineLimit(2_000));
      assertThat(scanned.events).hasSize(2);
      assertThat(scanned.rejected)
          .isNotEmpty()
          .allMatch(rejected -> rejected.reason() == Reason.LINE_TOO_LONG)
          .allMatch(rejected -> rejected.text().equals(tooLong.substring(0, 2_000)));
    }
  }

  @Test
  void theLimitItselfIsNotTooLong() {
    String line = STATEMENTS.get(0).toString();
    int bytes = line.getBytes(StandardCharsets.UTF_8).length;

    assertThat(Scans.scan(line + "\r\n", Scans.strict().withLineLimit(bytes)).events).hasSize(1);
    assertThat(Scans.scan(line + "\r\n", Scans.strict().withLineLimit(bytes - 1)).rejected)
        .extracting(RejectedStatement::reason)
        .containsExactly(Reason.LINE_TOO_LONG);
  }

  @Test
  void theTextOfARejectedRecordIsCut() {
    String line = "{\"x\":\"" + "😀".repeat(RejectedStatement.TEXT_LIMIT) + "\"}";

    RejectedStatement rejected = Scans.scan(line, Scans.strict()).rejected.get(0);

    assertThat(rejected.text().length()).isBetween(65_535, 65_536);
    assertThat(line).startsWith(rejected.text());
  }

  @Test
  void nothingIsReadFromNothing() {
    for (String content : List.of("", "\n\r\n  ", "\uFEFF", "[]", "[ ]", "{\"statements\":[]}")) {
      assertThat(Scans.scan(content, Scans.strict()).counts).isEqualTo(ScanCounts.NONE);
    }
  }

  @Test
  void aTreeIsReadInTheOrderOfItsPathsWithoutHiddenFiles(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("b/c"));
    Files.createDirectories(root.resolve("_temporary"));
    Files.writeString(root.resolve("b/c/2.json"), STATEMENTS.get(2).toString());
    Files.write(
        root.resolve("a.txt"),
        Scans.gzip(STATEMENTS.get(0).toString().getBytes(StandardCharsets.UTF_8)));
    Files.writeString(root.resolve("b/1.gz"), "[" + STATEMENTS.get(1) + "]");
    Files.writeString(root.resolve("_temporary/3"), STATEMENTS.get(3).toString());
    Files.writeString(root.resolve(".hidden"), STATEMENTS.get(4).toString());
    Files.writeString(root.resolve("z-empty"), "");

    List<InputSplit> splits = InputSplits.plan(Scans.HADOOP, root.toUri().toString(), 1_000);

    assertThat(splits).hasSize(4).isSorted();
    assertThat(splits).allMatch(split -> split.fileId() == Keys.of(split.path()));
    assertThat(Scans.scan(root, Scans.strict()).events)
        .extracting(event -> event.id().toString().substring(0, 8))
        .containsExactly("00000000", "00000001", "00000002");
  }

  private static byte[] longFile() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      lines.append(Samples.statement(i)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
