package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.testing.CuttingProxy;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.MoodleVersion;
import vn.chuyencan.testing.SmallSite;

/** What becomes of a night when Moodle's database is not as it should be. */
@Tag("database")
class MoodleRefusalTest {
  private static final long NOON = SmallSite.OPENS + 43_200;
  private static final int MANY = 6_000;

  @TempDir Path folder;

  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.log(site, 1, NOON, 5);
    return site.commit();
  }

  private void configure(String name, String url, String user, String password) {
    configure(name, url, user, password, "prefix: mdl_");
  }

  private void configure(String name, String url, String user, String password, String more) {
    CommandLines.write(
        folder,
        name + "/chuyencan.yaml",
        """
        institution: {id: hvsp, name: Học viện}
        warehouse: ./warehouse
        publish: ./published
        sources: [{id: lms-db, kind: moodle-db, url: "%s", user: "%s", password: "%s",
          site: "https://lms.example", %s}]
        """
            .formatted(url, user, password, more));
  }

  private CommandLines.Result run(String name, String command) {
    return CommandLines.run(
        command,
        "--config",
        folder.resolve(name).resolve("chuyencan.yaml").toString(),
        "--lang=en",
        "--as-of",
        "2026-10-31");
  }

  private CommandLines.Result night(MoodleSite site) {
    configure("night", site.url(), site.server().user(), site.server().password());
    return run("night", "run");
  }

  @ParameterizedTest
  @EnumSource
  void aTableOrAColumnThatIsMissingIsNamed(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      site.change("ALTER TABLE {logstore_standard_log} DROP COLUMN relateduserid");
      assertThat(night(site).refused(5).notes())
          .contains(
              "E5013: the table mdl_logstore_standard_log of the source lms-db lacks the columns"
                  + " relateduserid.");
      site.change("DROP TABLE {logstore_standard_log}");
      assertThat(night(site).refused(5).notes()).contains("logstore_standard_log");
      site.change("DROP TABLE {user}");
      assertThat(night(site).refused(5).notes()).contains("mdl_");
      assertThat(folder.resolve("night/published")).doesNotExist();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUserWhomTheServerDoesNotKnow(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      // A server may trust whoever has a right name, so it is the name that is wrong as well.
      configure("night", site.url(), "nobody_of_that_name", "Mật-khẩu-1");
      String notes = run("night", "run").refused(5).notes();
      assertThat(notes)
          .contains("E5011: the database of the source lms-db at " + site.url() + " refuses")
          .doesNotContain("Mật-khẩu-1");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "MARIADB")
  void aWrongPassword(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      configure("night", site.url(), site.reader("right"), "Sai-mật-khẩu");
      assertThat(run("night", "run").refused(5).notes())
          .contains("E5011: ")
          .doesNotContain("Sai-mật-khẩu");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatIsNotThere(DatabaseServer server) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    configure("night", server.url("moodle", port), "reader", "secret");

    assertThat(run("night", "run").refused(5).notes())
        .contains("E5010: the database of the source lms-db cannot be reached at ")
        .doesNotContain("secret");
    assertThat(folder.resolve("night/published")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatNobodyKnows(DatabaseServer server) {
    configure(
        "night",
        "jdbc:" + server.name().toLowerCase(Locale.ROOT) + "://nowhere.invalid/moodle",
        "reader",
        "secret");

    assertThat(run("night", "run").refused(5).notes())
        .contains("E5015: the host of the database of the source lms-db is not known: jdbc:")
        .contains("nowhere.invalid")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatTheServerDoesNotHave(DatabaseServer server) {
    configure("night", server.url("nobody_made_this"), server.user(), server.password());

    assertThat(run("night", "run").refused(5).notes())
        .contains("E5017: the server of the source lms-db has no database as in jdbc:")
        .contains("nobody_made_this");
  }

  @ParameterizedTest
  @EnumSource
  void aPrefixThatNoTableHas(DatabaseServer server) {
    try (MoodleSite site =
        SmallSite.fill(new MoodleSite(server, MoodleVersion.V4_5, "hv_")).commit()) {
      assertThat(night(site).refused(5).notes())
          .contains(
              "E5030: the source lms-db at "
                  + site.url()
                  + " has no table with the prefix “mdl_”; there are Moodle tables with: hv_.");
    }
  }

  /** A table that may not be read is not taken for one that is not there. */
  @ParameterizedTest
  @EnumSource
  void aTableThatTheUserMayNotRead(DatabaseServer server) {
    for (String table : List.of("logstore_standard_log", "attendance_sessions", "quiz")) {
      try (MoodleSite site = site(server)) {
        configure("night", site.url(), site.readerWithout(table, "Đọc"), "Đọc");
        assertThat(run("night", "run").refused(5).notes())
            .contains("E5019: the table mdl_" + table + " of the source lms-db at " + site.url())
            .contains("may not be read by the user reader_", "GRANT SELECT");
        assertThat(folder.resolve("night/published")).doesNotExist();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoAsksBeforehandHearsOfEveryFaultAtOnce(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      configure("night", site.url(), site.readerWithout("forum_posts", "Đọc"), "Đọc");
      site.change("ALTER TABLE {logstore_standard_log} DROP COLUMN relateduserid");
      site.change("ALTER TABLE {quiz_attempts} DROP COLUMN state");
      site.change("ALTER TABLE {grade_grades} DROP COLUMN finalgrade");
      site.change("ALTER TABLE {attendance_log} DROP COLUMN statusid");
      site.change("DROP TABLE {user_enrolments}");
      assertThat(run("night", "validate").done().notes())
          .contains("sources that were not opened (--connect opens them): lms-db");
      assertThat(connected("night").refused(5).notes().lines())
          .anyMatch(line -> line.startsWith("E5013") && line.contains("columns relateduserid."))
          .anyMatch(line -> line.startsWith("E5013") && line.contains("quiz_attempts"))
          .anyMatch(line -> line.startsWith("E5013") && line.contains("grade_grades"))
          .anyMatch(line -> line.startsWith("E5013") && line.contains("attendance_log"))
          .anyMatch(line -> line.startsWith("E5019") && line.contains("mdl_forum_posts"))
          .anyMatch(line -> line.contains("mdl_user_enrolments"))
          .hasSize(6);
    }
    try (MoodleSite site = site(server)) {
      configure("night", site.url(), site.reader("Đọc"), "Đọc");
      assertThat(connected("night").done().out()).endsWith("All sources can be opened.\n");
      configure("night", site.url(), "nobody_of_that_name", "Mật-khẩu-1");
      assertThat(connected("night").refused(5).notes())
          .startsWith("E5011")
          .doesNotContain("Mật-khẩu-1");
    }
  }

  /** A night reads no questions; a report does, where there is a package to be audited. */
  @ParameterizedTest
  @EnumSource
  void questionsAreTriedWhereACourseIsToBeAudited(DatabaseServer server) {
    try (MoodleSite site = site(server)) {
      Set<String> hidden = Set.of("question_versions", "question_attempt_steps");
      configure("night", site.url(), site.readerWithout(hidden, "Đọc"), "Đọc");
      assertThat(connected("night").done().out()).endsWith("All sources can be opened.\n");
      CommandLines.write(
          folder,
          "night/registers/package_item.csv",
          "course_code,item_id,kind,title\nKH-1,DC,syllabus,Đề cương\n");
      assertThat(connected("night").refused(5).notes().lines())
          .allMatch(line -> line.startsWith("E5019") && line.contains("GRANT SELECT"))
          .anyMatch(line -> line.contains("mdl_question_versions"))
          .anyMatch(line -> line.contains("mdl_question_attempt_steps"))
          .hasSize(2);
      run("night", "run").done();
    }
  }

  private CommandLines.Result connected(String name) {
    return CommandLines.run(
        "validate",
        "--connect",
        "--config",
        folder.resolve(name).resolve("chuyencan.yaml").toString(),
        "--lang=en");
  }

  /** A server that takes the connection and never says a word. */
  @ParameterizedTest
  @EnumSource
  void aServerThatNeverAnswers(DatabaseServer server) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      configure(
          "night",
          server.url("moodle", silent.getLocalPort()),
          "reader",
          "secret",
          "connect_timeout: PT1S");

      long before = System.nanoTime();
      assertThat(run("night", "run").refused(5).notes())
          .contains("E5016: the database of the source lms-db at jdbc:")
          .contains("said nothing for PT1S")
          .doesNotContain("secret");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** A server, or a wall between, that falls silent in the middle of an answer. */
  @ParameterizedTest
  @EnumSource
  void aServerThatFallsSilent(DatabaseServer server) throws IOException {
    try (MoodleSite site = longLog(server)) {
      try (CuttingProxy proxy = CuttingProxy.silent(server, 400_000)) {
        configure(
            "night",
            server.url(site.database(), proxy.port()),
            server.user(),
            server.password(),
            "timeout: PT2S");
        assertThat(run("night", "run").refused(5).notes())
            .contains("E5016: the database of the source lms-db at jdbc:")
            .contains("said nothing for PT2S", "Nothing of this batch was kept");
        assertThat(folder.resolve("night/published")).doesNotExist();
      }
      nextNightTakesAll(site, "night");
    }
  }

  /** An administrator ends the connection while the log is read. */
  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsKilled(DatabaseServer server) throws Exception {
    // More than what stands between server and reader, so that the server is still sending.
    try (MoodleSite site = longLog(server, "much".repeat(1_000))) {
      try (CuttingProxy proxy = CuttingProxy.slow(server, 400_000)) {
        configure(
            "killed", server.url(site.database(), proxy.port()), server.user(), server.password());
        Thread killer = new Thread(() -> killReaders(site, proxy), "killer");
        killer.start();
        assertThat(run("killed", "run").refused(5).notes())
            .contains("E5018: the database of the source lms-db at jdbc:")
            .contains("stopped in the middle of the reading", "the next run takes it all");
        killer.join();
        assertThat(folder.resolve("killed/published")).doesNotExist();
      }
      nextNightTakesAll(site, "killed");
    }
  }

  private static void killReaders(MoodleSite site, CuttingProxy proxy) {
    proxy.awaitMost();
    site.killOthers();
    proxy.goOn();
  }

  private static MoodleSite longLog(DatabaseServer server) {
    return longLog(server, "much");
  }

  private static MoodleSite longLog(DatabaseServer server, String nothing) {
    MoodleSite site = site(server);
    for (int id = 2; id <= MANY; id++) {
      SmallSite.log(site, id, NOON + 10L * id, 5, "other", "{\"nothing\":\"" + nothing + "\"}");
    }
    return site.commit();
  }

  private void nextNightTakesAll(MoodleSite site, String name) throws IOException {
    configure(name, site.url(), site.server().user(), site.server().password());
    assertThat(run(name, "ingest").done().out())
        .contains("read 6000 = accepted 6000 + duplicate 0 ");
    run(name, "run").done();
    configure("whole", site.url(), site.server().user(), site.server().password());
    run("whole", "run").done();
    assertThat(weeks(name)).isEqualTo(weeks("whole"));
  }

  /** Somebody with SELECT and nothing else is enough, and what was read stays as it was. */
  @ParameterizedTest
  @EnumSource
  void aUserWhoMayOnlyRead(DatabaseServer server) throws IOException {
    try (MoodleSite site = site(server)) {
      configure("reader", site.url(), site.reader("Đọc"), "Đọc");
      configure("owner", site.url(), server.user(), server.password());
      Map<String, Long> before = site.contents();

      run("reader", "run").done();
      run("owner", "run").done();
      assertThat(site.contents()).isEqualTo(before);
      assertThat(weeks("reader")).isEqualTo(weeks("owner")).anyMatch(line -> line.contains("SV5"));
    }
  }

  /** A night that dies in the middle of a table leaves nothing, and the next one is whole. */
  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsCut(DatabaseServer server) throws IOException {
    try (MoodleSite site = longLog(server)) {
      try (CuttingProxy proxy = new CuttingProxy(server, 400_000)) {
        configure(
            "cut", server.url(site.database(), proxy.port()), server.user(), server.password());
        assertThat(run("cut", "run").refused(5).notes())
            .contains("E5018: the database of the source lms-db at ")
            .contains("Nothing of this batch was kept")
            .doesNotContain("..");
        assertThat(folder.resolve("cut/published")).doesNotExist();
      }
      nextNightTakesAll(site, "cut");
    }
  }

  private List<String> weeks(String name) throws IOException {
    return Files.readAllLines(
        folder.resolve(name).resolve("published/latest/csv/learner_week.csv"));
  }
}
