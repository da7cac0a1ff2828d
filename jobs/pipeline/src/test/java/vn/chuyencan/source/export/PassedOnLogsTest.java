package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.xapi.rules.Reason;
import vn.chuyencan.xapi.vocabulary.Origin;

/** Logs that went through a spreadsheet or a script after Moodle wrote them. */
class PassedOnLogsTest {
  private static final List<String> HEADER =
      List.of(
          "Time",
          "User full name",
          "Affected user",
          "Event context",
          "Component",
          "Event name",
          "Description",
          "Origin",
          "IP address");
  private static final String SENTENCE = "The user with id '63' viewed the course with id '2'.";

  private static String row(String separator, String time, String name) {
    return String.join(
        separator, time, name, "-", "Course: A", "System", "Course viewed", SENTENCE, "web", "ip");
  }

  private static Collected read(byte[] bytes) {
    return Collected.of(Collected.SITE, Collected.file("log", bytes));
  }

  private static Collected read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected timed(String time) {
    return read(String.join(",", HEADER) + "\n" + row(",", '"' + time + '"', "An") + "\n");
  }

  @Test
  void aSpreadsheetsTextQuotesOnlyTheCellsThatNeedIt() {
    Collected all =
        read(
            String.join("\t", HEADER)
                + "\r\n"
                + row("\t", "\"22/10/26, 09:02:31\"", "\"Lý \"\"Bo\"\", Ánh\"")
                    .replace("ip", "\"ip\"")
                + "\r\n"
                + row("\t", "22/10/26 09:03:31", "An").replace("web", "\"web\"")
                + "\r\n");

    assertThat(all.events)
        .extracting(Collected.Event::name)
        .containsExactly("Lý \"Bo\", Ánh", "An");
    assertThat(all.events).extracting(Collected.Event::origin).containsOnly(Origin.STATEMENT);
  }

  @Test
  void quotesOfNamesStayWhereNothingIsQuoted() {
    Collected all =
        read(String.join("\t", HEADER) + "\n" + row("\t", "22/10/26 09:02:31", "\"Bo\" Lý") + "\n");

    assertThat(all.events).extracting(Collected.Event::name).containsExactly("\"Bo\" Lý");
  }

  @Test
  void theHeaderMayStandBelowATitleAndTheSeparatorsLine() {
    String table =
        String.join(";", HEADER) + "\n" + row(";", "\"22/10/26, 09:02:31\"", "An") + "\n";

    assertThat(read("sep=;\n" + table).events).hasSize(1);
    assertThat(read("Logs: Toán 1\n\n;;;;\n" + table).events).hasSize(1);
  }

  @Test
  void columnsMayBeLeftOutAndAdded() {
    Collected nameless =
        read(
            ",Time,Event context,Component,Description\n0,\"22/10/26, 09:02:31\",Course: A,System,"
                + SENTENCE
                + "\n");
    Collected mute =
        read(
            "Time,User full name,Event context,Component,Event name\n\"22/10/26, 09:02:31\",An,"
                + "Course: A,System,Course viewed\n");

    assertThat(nameless.events).extracting(Collected.Event::actor).containsExactly("63");
    assertThat(mute.events).extracting(Collected.Event::actor).containsExactly("name:An");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-22T09:02:31Z, 2026-10-22T09:02:31Z",
    "2026-10-22 09:02:31 UTC, 2026-10-22T09:02:31Z",
    "2026-10-22T09:02:31.250+02:00, 2026-10-22T07:02:31Z",
    "2026-10-22 09:02:31+0530, 2026-10-22T03:32:31Z",
    "2026-10-22 09:02-03, 2026-10-22T12:02:00Z",
    "2026-10-22T09:02:31, 2026-10-22T02:02:31Z"
  })
  void anOffsetThatIsWrittenStandsAboveTheZone(String time, String instant) {
    assertThat(timed(time).events).extracting(e -> e.at().toString()).containsExactly(instant);
  }

  @Test
  void aDayAloneIsNoTime() {
    Collected all = timed("22/10/26");

    assertThat(all.events).isEmpty();
    assertThat(all.rejected)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.INVALID_TIMESTAMP);
              assertThat(refused.message()).contains("\"22/10/26\" names no time of day.");
            });
  }

  @Test
  void timesWithoutAYearAreAskedForBeforeANight() {
    assertThat(timed("11 May, 09:44").folder.faults())
        .extracting(Fault::code)
        .containsExactly(ErrorCode.DOWNLOAD_YEAR_MISSING);
    assertThat(
            Collected.of(
                    Collected.SITE.withYear(2018),
                    Collected.file(
                        "log",
                        String.join(",", HEADER) + "\n" + row(",", "\"11 May, 09:44\"", "An")))
                .events)
        .extracting(e -> e.at().toString())
        .containsExactly("2018-05-11T02:44:00Z");
  }

  @Test
  void oneBrokenCharacterDoesNotBreakAllOthers() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((String.join(",", HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("Ánh Dương", "XX")) {
      bytes.writeBytes(
          row(",", "\"22/10/26, 09:02:31\"", name + "\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] broken = bytes.toByteArray();
    int at = new String(broken, StandardCharsets.ISO_8859_1).indexOf("XX");
    broken[at] = (byte) 0xc3;

    assertThat(read(broken).events).extracting(Collected.Event::name).contains("Ánh Dương");
  }

  @Test
  void utf16WithoutAMarkIsKnownByItsZeros() {
    String text =
        String.join(",", HEADER) + "\n" + row(",", "\"22/10/26, 09:02:31\"", "Ánh") + "\n";

    assertThat(read(text.getBytes(StandardCharsets.UTF_16LE)).events).hasSize(1);
    assertThat(read(text.getBytes(StandardCharsets.UTF_16BE)).events).hasSize(1);
  }
}
