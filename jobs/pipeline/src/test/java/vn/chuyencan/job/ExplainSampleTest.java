package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.error.Language;
import vn.chuyencan.report.explain.Explanation;
import vn.chuyencan.report.explain.ExplanationFormat;
import vn.chuyencan.report.explain.ExplanationSubject.Evidence;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;
import vn.chuyencan.testing.StatementIds;

/**
 * The sample's learners explained: as they were looked at, and with evidence that anybody can look
 * up. The golden texts stand in {@code sample-data/expected/explain}.
 */
class ExplainSampleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LOG =
      Pattern.compile("lms-xapi:([^<]+?):(\\d+)<br>([0-9a-f]{8}-[0-9a-f-]{27})<");
  private static final Pattern REGISTER = Pattern.compile(">([a-z_]+\\.csv):(\\d+)<");

  private static final Map<String, List<String>> REGISTERS = new HashMap<>();

  @TempDir private static Path folder;
  private static Night night;

  @BeforeAll
  static void aNight() {
    SampleNights nights = new SampleNights(folder).deliver(SampleNights.allFiles());
    nights.run(SampleNights.LAST, "r1");
    night = nights.night(SampleNights.LAST);
  }

  private static String explained(
      String learner,
      String certificate,
      Language language,
      Evidence evidence,
      ExplanationFormat to) {
    ExplainRequest request =
        new ExplainRequest(learner, Optional.empty(), Optional.ofNullable(certificate), evidence);
    List<Explanation> explanations = ExplainJob.explain(night, request, language);
    return to.render(explanations).replace(folder.toString(), "…");
  }

  @ParameterizedTest
  @CsvSource({
    "HV001, overall, VI, TEXT",
    "HV001, practice, EN, TEXT",
    "HV002, theory, VI, TEXT",
    "HV002, theory, EN, TEXT",
    "HV003, overall, VI, TEXT",
    "HV003, theory, EN, TEXT",
    "HV003, practice, VI, MARKDOWN",
    "HV003, practice, EN, HTML",
    // Persons decided and corrected: an excused absence, a corrected mark, an outage.
    "HV025, overall, VI, TEXT",
    "HV022, overall, EN, TEXT",
    "HV044, overall, VI, TEXT"
  })
  void readsAsItWasLookedAt(
      String learner, String certificate, Language language, ExplanationFormat format)
      throws IOException {
    String name = learner + "-" + certificate + "-" + language.code() + "." + extension(format);
    assertGolden(name, explained(learner, certificate, language, Evidence.NONE, format));
  }

  @ParameterizedTest
  @CsvSource({
    "HV003, practice, VI, TEXT",
    "HV003, practice, EN, MARKDOWN",
    "HV049, practice, EN, MARKDOWN"
  })
  void evidenceReadsAsItWasLookedAt(
      String learner, String certificate, Language language, ExplanationFormat format)
      throws IOException {
    String name =
        learner + "-" + certificate + "-evidence-" + language.code() + "." + extension(format);
    assertGolden(name, explained(learner, certificate, language, Evidence.FIRST_ROWS, format));
  }

  private static String extension(ExplanationFormat format) {
    return switch (format) {
      case TEXT -> "txt";
      case MARKDOWN -> "md";
      case HTML -> "html";
      case JSON -> "json";
    };
  }

  private static void assertGolden(String name, String text) throws IOException {
    Golden.assertSame(
        Repository.root().resolve("sample-data/expected/explain").resolve(name),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every learner: all sums are the published figures, every place holds what it is said to. */
  @Test
  void everyPlaceHoldsItsRecord() throws IOException {
    Map<String, Map<Long, String>> places = new TreeMap<>();
    Map<String, String> lines = new TreeMap<>();
    for (String learner : new TreeSet<>(StoredDecisions.learners(night.lake()))) {
      String html =
          explained(learner, null, Language.VI, Evidence.ALL_ROWS, ExplanationFormat.HTML);
      assertThat(html)
          .as(learner)
          .contains("khớp đúng số đã công bố")
          .doesNotContain("KHÁC số", "hai số khác nhau", "không rõ nơi ghi", "còn số đã công bố");
      Matcher log = LOG.matcher(html);
      while (log.find()) {
        places
            .computeIfAbsent(log.group(1), file -> new TreeMap<>())
            .put(Long.parseLong(log.group(2)), log.group(3));
      }
      Matcher register = REGISTER.matcher(html);
      while (register.find()) {
        lines.put(register.group(1) + ":" + register.group(2), learner);
      }
    }
    assertThat(places.values().stream().mapToInt(Map::size).sum()).isGreaterThan(2_000);
    places.forEach(ExplainSampleTest::assertHolds);
    assertThat(lines).hasSizeGreaterThan(500);
    assertThat(lines.keySet())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .contains("attendance.csv", "submission_check.csv", "peer_review.csv");
    lines.forEach(
        (place, learner) -> assertThat(line(place)).as(place).contains("," + learner + ","));
  }

  /** Opens the file, goes to the bytes, reads what stands there, and asks who it is. */
  private static void assertHolds(String file, Map<Long, String> idByOffset) {
    byte[] content = content(file);
    List<byte[]> withoutId = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    idByOffset.forEach(
        (offset, id) -> {
          byte[] record = record(content, Math.toIntExact(offset));
          JsonNode statement = parsed(record);
          assertThat(statement.path("actor").isObject()).as(file + ":" + offset).isTrue();
          if (statement.has("id")) {
            assertThat(statement.path("id").textValue()).isEqualToIgnoringCase(id);
          } else {
            withoutId.add(record);
            expected.add(id);
          }
        });
    assertThat(StatementIds.of(withoutId)).as(file).containsExactlyElementsOf(expected);
  }

  private static byte[] record(byte[] content, int offset) {
    try (JsonParser parser =
        JSON.createParser(new ByteArrayInputStream(content, offset, content.length - offset))) {
      parser.nextToken();
      parser.skipChildren();
      int length = Math.toIntExact(parser.currentLocation().getByteOffset());
      byte[] record = new byte[length];
      System.arraycopy(content, offset, record, 0, length);
      return record;
    } catch (IOException e) {
      throw new AssertionError("no statement begins at byte " + offset, e);
    }
  }

  private static JsonNode parsed(byte[] record) {
    try {
      return JSON.readTree(record);
    } catch (IOException e) {
      throw new AssertionError(new String(record, StandardCharsets.UTF_8), e);
    }
  }

  private static byte[] content(String file) {
    Path path = SampleNights.sample().resolve("statements").resolve(file);
    try (InputStream stored = Files.newInputStream(path);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(String place) {
    int cut = place.indexOf(':');
    List<String> lines =
        REGISTERS.computeIfAbsent(
            place.substring(0, cut),
            file -> {
              try {
                return Files.readAllLines(SampleNights.sample().resolve("registers").resolve(file));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    return lines.get(Integer.parseInt(place.substring(cut + 1)) - 1);
  }
}
