package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.QuoteMode;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.table.ColumnType;

class CsvTextTest {
  private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r＝＋－＠].*");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setNullString("")
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .setIgnoreEmptyLines(false)
          .get();

  private static String line(ColumnType type, Object... values) {
    CsvBuffer text = new CsvBuffer();
    text.record(Arrays.stream(values).map(value -> type).toArray(ColumnType[]::new), values);
    return new String(text.bytes(), 0, text.size(), StandardCharsets.UTF_8);
  }

  private static String line(String type, Object... values) {
    return line(ColumnType.parse(type), values);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars(",\"\r\n'=+-@\t a;ế＝ạ\u0323").ofMaxLength(12),
        Arbitraries.strings().ofMaxLength(30).map(CanonicalText::of),
        Arbitraries.of("", "''", "'=1", "\uFEFFx", "😀", "x".repeat(200_000)));
  }

  @Provide
  Arbitrary<List<String>> records() {
    return texts().injectNull(0.2).list().ofMinSize(2).ofMaxSize(5);
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("records") List<String> record) {
    String text = line(ColumnType.Scalar.STRING, record.toArray());

    assertThat(parsed(text)).containsExactly(record);
  }

  @Property
  void recordsStayApart(
      @ForAll("records") List<String> first, @ForAll("records") List<String> second) {
    String text =
        line(ColumnType.Scalar.STRING, first.toArray())
            + line(ColumnType.Scalar.STRING, second.toArray());

    assertThat(parsed(text)).containsExactly(first, second);
  }

  @Property
  void noSpreadsheetSeesAFormula(@ForAll("texts") String text) {
    String guarded = CsvText.isFormula(text) ? "'" + text : text;
    assertThat(guarded).doesNotMatch("(?s)[=+\\-@\\t\\r＝＋－＠].*");
    assertThat(unguarded(guarded)).isEqualTo(text);
  }

  @Property
  void quotesStandOnlyWhereTheyMust(@ForAll("texts") String text) {
    String field = line(ColumnType.Scalar.STRING, text);
    boolean must = text.isEmpty() || text.matches("(?s).*[,\"\r\n].*");
    assertThat(field.startsWith("\"")).isEqualTo(must);
  }

  @Property
  void decimalsAreExactAndShort(@ForAll BigDecimal number) {
    String text = CsvText.decimal(number);
    assertThat(line(new ColumnType.Decimal(38, 0), number)).isEqualTo(text + "\r\n");
    assertThat(new BigDecimal(text)).isEqualByComparingTo(number);
    assertThat(text).doesNotContainIgnoringCase("e");
    assertThat(CsvText.decimal(number.setScale(number.scale() + 3))).isEqualTo(text);
    if (text.contains(".")) {
      assertThat(text).doesNotEndWith("0");
    }
  }

  @Property
  void instantsAreThoseOfJavaTime(
      @ForAll @LongRange(min = -80_000_000_000L, max = 300_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999) int micros) {
    Instant instant = Instant.ofEpochSecond(second, micros * 1000L);
    assertThat(line("timestamp", instant)).isEqualTo(CsvText.instant(instant) + "\r\n");
    LocalDate day = LocalDate.ofEpochDay(second / 86_400);
    assertThat(line("date", day)).isEqualTo(day + "\r\n");
  }

  @Property
  void numbersAreThoseOfJava(@ForAll long number, @ForAll int other) {
    assertThat(line("long", number)).isEqualTo(number + "\r\n");
    assertThat(line("int", other)).isEqualTo(other + "\r\n");
  }

  @Property
  void canonicalTextIsComposedAndStaysSo(@ForAll String text) {
    String canonical = CanonicalText.of(text);
    assertThat(Normalizer.isNormalized(canonical, Normalizer.Form.NFC)).isTrue();
    assertThat(CanonicalText.of(canonical)).isEqualTo(canonical);
  }

  @Property
  void textsAreOrderedByTheirBytes(@ForAll("texts") String one, @ForAll("texts") String other) {
    assertThat(Integer.signum(CanonicalText.compare(one, other)))
        .isEqualTo(
            Integer.signum(
                Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8))));
  }

  @Example
  void everyTypeHasOneForm() {
    assertThat(line("string", null, "", "a")).isEqualTo(",\"\",a\r\n");
    assertThat(line("string", "=1+1", "-2", "a=1", "\"q\""))
        .isEqualTo("'=1+1,'-2,a=1,\"\"\"q\"\"\"\r\n");
    assertThat(line("long", -5L, Long.MIN_VALUE)).isEqualTo("-5,-9223372036854775808\r\n");
    assertThat(
            line(
                "decimal(18,6)",
                new BigDecimal("-42.500000"),
                new BigDecimal("0.000000"),
                new BigDecimal("1200.000000")))
        .isEqualTo("-42.5,0,1200\r\n");
    assertThat(line("boolean", true, false)).isEqualTo("true,false\r\n");
    assertThat(line("date", LocalDate.of(2026, 9, 7))).isEqualTo("2026-09-07\r\n");
    assertThat(
            line(
                "timestamp",
                Instant.parse("2026-09-07T01:02:03Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z")))
        .isEqualTo("2026-09-07T01:02:03.000000Z,1969-12-31T23:59:59.999999Z\r\n");
  }

  @Example
  void valuesWithPartsAreJsonWithSortedKeys() {
    assertThat(line("array<string>", List.of(), List.of("ế", "a\"b")))
        .isEqualTo("[],\"[\"\"ế\"\",\"\"a\\\"\"b\"\"]\"\r\n");
    assertThat(line("map<string,int>", new TreeMap<>(Map.of("2", 0, "1", 3))))
        .isEqualTo("\"{\"\"1\"\":3,\"\"2\"\":0}\"\r\n");
    assertThat(
            line(
                "array<struct<unit:string,distance:decimal(18,6),at:timestamp>>",
                List.of(List.of("minutes", new BigDecimal("42.000000"), Instant.EPOCH))))
        .isEqualTo(
            "\"[{\"\"at\"\":\"\"1970-01-01T00:00:00.000000Z\"\",\"\"distance\"\":42,"
                + "\"\"unit\"\":\"\"minutes\"\"}]\"\r\n");
  }

  @Property
  void listsOfTextsAreWhatJacksonWrites(@ForAll("lists") List<String> texts) throws IOException {
    assertThat(JsonText.of(ColumnType.parse("array<string>"), texts))
        .isEqualTo(new ObjectMapper().writeValueAsString(texts));
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return Arbitraries.oneOf(
            texts(), Arbitraries.strings().withChars("a\\\"\u0000\u001f\u007fế/😀").ofMaxLength(4))
        .list()
        .ofMaxSize(4);
  }

  private static List<List<String>> parsed(String text) {
    List<List<String>> records = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      parser.forEach(
          record ->
              records.add(
                  Arrays.stream(record.values())
                      .map(CsvTextTest::unguarded)
                      .collect(java.util.stream.Collectors.toList())));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return records;
  }

  private static String unguarded(String text) {
    return text != null && GUARDED.matcher(text).matches() ? text.substring(1) : text;
  }
}
