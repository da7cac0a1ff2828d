package vn.chuyencan.source.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|22/10/26, 09:28:30|2026-10-22T09:28:30",
        "en|7/09/26, 03:57:44|2026-09-07T03:57:44",
        "en|Thursday, 17 October 2024, 12:13 PM|2024-10-17T12:13",
        "en|7 September 2026  5:39 PM|2026-09-07T17:39",
        "en|12/12/13, 0:04 PM|2013-12-12T12:04",
        "en|17 October 2024, 12:13 AM|2024-10-17T00:13",
        "en|10 Sept 2026 7.30PM|2026-09-10T19:30",
        "en|2026-09-14 23:26:48|2026-09-14T23:26:48",
        "vi|22/10/2026 09:28|2026-10-22T09:28",
        "vi|14 tháng 9 2026  7:43 AM|2026-09-14T07:43",
        "vi|1 thg 10 2026 7.30PM|2026-10-01T19:30",
        "vi|Thứ Năm, 17 tháng 10 2024, 12:13 PM|2024-10-17T12:13",
        "vi|17 Tháng mười hai 2024, 2:13 CH|2024-12-17T14:13",
        "es|17 de octubre de 2024, 14:05|2024-10-17T14:05",
        "fr|5 févr. 26, 08:07:06|2026-02-05T08:07:06",
        "de|17. Oktober 2024, 08:07:06|2024-10-17T08:07:06",
        "de|17.10.2024 08:07|2024-10-17T08:07",
        "pt|17/10/24 às 08:07|2024-10-17T08:07",
        "ru|17 октября 2024, 08:07:06|2024-10-17T08:07:06",
        "uk|17.10.24, 08:07|2024-10-17T08:07",
        "sv|2024-10-17 08:07|2024-10-17T08:07",
        "ja|24年 10月 17日 08:07|2024-10-17T08:07",
        "ja|24/10/17 08:07:06|2024-10-17T08:07:06",
        "ko|2024/10/17 08:07|2024-10-17T08:07",
        "ar|17/10/24، 08:07:06|2024-10-17T08:07:06",
        "ar|١٧/١٠/٢٤، ٠٨:٠٧|2024-10-17T08:07",
        "eu|24/10/17, 08:07:06|2024-10-17T08:07:06",
        "gl|17/ 10/2024, 08:07|2024-10-17T08:07",
        "el|17 Οκτωβρίου 2024, 08:07:06 μ.μ.|2024-10-17T20:07:06",
        "lt|24/10/17, 08:07|2024-10-17T08:07",
        "lt|2024 spalio 17, 08:07|2024-10-17T08:07"
      })
  void aDateOfEachLanguageIsRead(String language, String cell, String expected) {
    DateReader reader = new DateReader(Languages.of(language), Collected.SITE);
    reader.observe(cell);

    Moment moment = reader.read(cell);

    assertThat(moment.refusal()).isNull();
    assertThat(moment.local()).hasToString(expected);
  }

  private static List<String> years(String... cells) {
    DateReader reader = new DateReader(Languages.of("en"), Collected.SITE.withYear(2026));
    List.of(cells).forEach(reader::observe);
    return Stream.of(cells).map(cell -> reader.read(cell).local().toString()).toList();
  }

  @Test
  void aLogWithoutYearsMayGoThroughNewYear() {
    List<String> descending =
        List.of("2026-01-03T08:00", "2026-01-02T09:44", "2025-12-31T23:59", "2025-11-20T10:00");
    assertThat(years("3 Jan, 08:00", "2 January, 09:44", "31 December, 23:59", "20 Nov, 10:00"))
        .isEqualTo(descending);
    assertThat(years("20 Nov, 10:00", "31 December, 23:59", "2 January, 09:44", "3 Jan, 08:00"))
        .containsExactlyInAnyOrderElementsOf(descending);
  }

  @Test
  void withinOneYearEverythingIsOfThatYear() {
    assertThat(years("12 May, 09:45", "11 May, 09:44", "3 Jan, 08:00"))
        .containsExactly("2026-05-12T09:45", "2026-05-11T09:44", "2026-01-03T08:00");
    // A long pause in a log that goes forward is no turn, nor is a row that stands a little wrong.
    assertThat(years("3 Jan, 08:00", "4 Jan, 08:00", "1 Sep, 08:00", "31 Aug, 08:00"))
        .allMatch(time -> time.startsWith("2026-"));
  }
}
