package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;

class LrsSettingsTest {
  private static final String URL = "https://lrs.example/xapi";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant STORED = Instant.parse("2026-10-01T00:00:00.123456Z");

  @Test
  void theUsualValues() {
    LrsSettings settings = LrsSettings.of("lrs", URL).build();
    assertThat(settings.url()).isEqualTo(URI.create(URL));
    assertThat(settings.version()).isEqualTo("1.0.3");
    assertThat(settings.limit()).isEqualTo(500);
    assertThat(settings.filtersOn()).isEqualTo(FiltersOn.AUTO);
    assertThat(settings.access()).isEqualTo(LrsAccess.NOBODY);
    assertThat(settings.route()).isEqualTo(LrsRoute.USUAL);
    assertThat(settings.overlapOf(FiltersOn.AUTO)).isEqualTo(Duration.ofHours(1));
    assertThat(settings.overlapOf(FiltersOn.TIMESTAMP)).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void anOverlapOfAnHourIsNotMeantForTimestamps() {
    LrsSettingsBuilder builder = LrsSettings.of("lrs", URL).overlap(Duration.ofMinutes(5));
    assertThat(builder.build().overlapOf(FiltersOn.STORED)).isEqualTo(Duration.ofMinutes(5));
    assertThat(builder.build().overlapOf(FiltersOn.TIMESTAMP)).isEqualTo(Duration.ofDays(7));
    builder.filtersOn(FiltersOn.TIMESTAMP);
    assertThat(builder.build().overlapOf(FiltersOn.TIMESTAMP)).isEqualTo(Duration.ofMinutes(5));
    builder.filtersOn(FiltersOn.AUTO).overlap(Duration.ofDays(9));
    assertThat(builder.build().overlapOf(FiltersOn.TIMESTAMP)).isEqualTo(Duration.ofDays(9));
  }

  @Test
  void noTextShowsASecret() {
    LrsSettings settings =
        LrsSettings.of("lrs", URL)
            .user("reader")
            .password(Secret.of("bí mật"))
            .trustStore(Path.of("trust.p12"), Secret.of("kín"))
            .build();
    assertThat(settings.toString()).contains("reader", "***").doesNotContain("bí mật", "kín");
    assertThat(settings.access().open().toString()).isEqualTo("***");
    assertThat(Secret.inFile(Path.of("token.txt")).toString()).isEqualTo("*** in token.txt");
  }

  private static List<Fault> faults(LrsSettingsBuilder builder) {
    PipelineException refused = catchThrowableOfType(PipelineException.class, builder::build);
    assertThat(refused).isNotNull();
    assertThat(refused.exitStatus()).isEqualTo(3);
    return refused.faults();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lrs.example/xapi",
        "ftp://lrs.example/xapi",
        "https:///xapi",
        "https://lrs.example/xapi?tenant=1",
        "https://lrs.example/xapi#a",
        "https://lrs.example/x api",
        "https://reader:secret@lrs.example/xapi",
        "https://reader:secret@lrs.example/x api"
      })
  void anAddressThatIsNone(String url) {
    assertThat(faults(LrsSettings.of("lrs", url)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code().number()).isEqualTo(3004);
              assertThat(fault.column()).isEqualTo("sources.lrs.url");
              assertThat(fault.message(Language.EN)).doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy:3128",
        "https://proxy:3128",
        "http://proxy",
        "http://a:secret@proxy:3128",
        "http://p:0"
      })
  void aProxyThatIsNone(String proxy) {
    assertThat(faults(LrsSettings.of("lrs", URL).proxy(proxy)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.column()).isEqualTo("sources.lrs.proxy");
              assertThat(fault.message(Language.EN)).doesNotContain("secret");
            });
  }

  @Test
  void allFaultsAtOnce() {
    LrsPatience wrong =
        new LrsPatience(Duration.ZERO, Duration.ofSeconds(-1), -1, Duration.ofSeconds(-1));
    assertThat(
            faults(
                LrsSettings.of("lrs", URL)
                    .user("a:b")
                    .token(Secret.of("t"))
                    .limit(-1)
                    .overlap(Duration.ZERO)
                    .version("0.95")
                    .patience(wrong)))
        .extracting(Fault::column)
        .containsExactly(
            "sources.lrs.user",
            "sources.lrs.token",
            "sources.lrs.password",
            "sources.lrs.limit",
            "sources.lrs.overlap",
            "sources.lrs.version",
            "sources.lrs.connect_timeout",
            "sources.lrs.timeout",
            "sources.lrs.max_retries",
            "sources.lrs.pause");
    assertThat(faults(LrsSettings.of("lrs", URL).password(Secret.of("p"))))
        .extracting(Fault::column)
        .containsExactly("sources.lrs.user");
  }

  @Test
  void aCursorIsItsText() {
    for (LrsCursor cursor :
        List.of(
            new LrsCursor(0, null, null, FiltersOn.AUTO, URL),
            new LrsCursor(12, STORED, START, FiltersOn.TIMESTAMP, URL))) {
      assertThat(LrsCursor.of(cursor.text())).isEqualTo(cursor);
      assertThat(cursor.text()).doesNotContain("\n");
    }
    assertThat(new LrsCursor(12, STORED, null, FiltersOn.STORED, URL).text())
        .isEqualTo("12 2026-10-01T00:00:00.123456Z - STORED " + URL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 - - AUTO", "x - - AUTO u", "1 y - AUTO u", "1 - - LATER u"})
  void whatIsNoCursor(String text) {
    assertThatThrownBy(() -> LrsCursor.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theStatementsResourceIsFoundFromItsEndpoint() {
    for (String url :
        List.of(URL, URL + "/", URL + "//", URL + "/statements", URL + "/statements/")) {
      assertThat(new Endpoint(URI.create(url)).query(null, 0))
          .isEqualTo(URI.create(URL + "/statements?ascending=true&attachments=false"));
    }
  }
}
