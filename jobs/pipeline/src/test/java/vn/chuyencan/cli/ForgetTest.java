package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.job.privacy.ForgetJob;
import vn.chuyencan.job.privacy.ForgetRequest;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.testing.StoredBytes;
import vn.chuyencan.xapi.ActorKeys;

/** {@code forget}: nothing of the person is left, nothing of anybody else changes. */
class ForgetTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AS_OF = "2026-09-20";
  private static final List<String> WORDS =
      List.of(
          SecretClass.SECRET,
          SecretClass.SECRET_NAME,
          SecretClass.SECRET_MAIL,
          SecretClass.SECRET_MAIL.substring(0, 9),
          "mat.account");

  private static String without;

  @TempDir private Path folder;

  private Instant now = CommandLines.NOW;

  private CommandLines.Result run(Path where, String command, String... more) {
    now = now.plusSeconds(60);
    return CommandLines.runAt(now, where, command, more);
  }

  private static List<Long> keys() {
    ActorKeys keys = new ActorKeys("khoa-rieng".getBytes(StandardCharsets.UTF_8));
    return List.of(
        keys.of("account|https://lop.example|mat.account"),
        keys.of("mbox|mailto:" + SecretClass.SECRET_MAIL));
  }

  private static List<String> found(Path where) {
    List<String> found = new java.util.ArrayList<>();
    for (String part : List.of("warehouse", "published", "published-office", "erasures")) {
      if (Files.exists(where.resolve(part))) {
        found.addAll(StoredBytes.find(where.resolve(part), WORDS, keys()));
      }
    }
    return found;
  }

  private static JsonNode manifest(Path where) throws IOException {
    return JSON.readTree(where.resolve("published/latest/manifest.json").toFile());
  }

  /** The digest of a night in which the person never was. */
  @BeforeAll
  static void nightWithout(@TempDir Path where) throws IOException {
    SecretClass.write(where, false);
    String file = where.resolve("chuyencan.yaml").toString();
    CommandLines.run("run", "--config", file, "--as-of", AS_OF).done();
    without = manifest(where).get("digest").asText();
  }

  /**
   * Registers that changed since are kept under another name, so nobody writes these to the end.
   */
  @Test
  void whatADeadRunKeptHalfOfTheRegistersGoesToo() throws IOException {
    SecretClass.write(folder, true);
    run(folder, "run", "--as-of", AS_OF).done();
    Path kept = folder.resolve("warehouse/vault/_chuyencan/run-registers");
    List<Path> whole;
    try (Stream<Path> files = Files.list(kept)) {
      whole = files.toList();
    }
    for (Path file : whole) {
      Files.move(file, kept.resolve("0" + file.getFileName() + ".next"));
    }
    assertThat(StoredBytes.find(kept, List.of(SecretClass.SECRET_NAME), List.of())).isNotEmpty();

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();

    assertThat(found(folder)).isEmpty();
  }

  @Test
  void nothingOfThePersonIsLeftAndALaterLoadDoesNotBringThemBack() throws IOException {
    SecretClass.write(folder, true);
    Files.writeString(
        folder.resolve("chuyencan.yaml"),
        Files.readString(folder.resolve("chuyencan.yaml"))
            + "audiences: {office: ./published-office}\n");
    run(folder, "run", "--as-of", "2026-09-19").done();
    assertThat(folder.resolve("published-office/latest/csv/learner_week.csv"))
        .content()
        .startsWith("course_id,learner_id,learner_name,iso_week,")
        .contains("LOP-1," + SecretClass.SECRET + "," + SecretClass.SECRET_NAME + ",2026-W37,");
    assertThat(Files.getPosixFilePermissions(folder.resolve("published-office")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    run(folder, "run", "--as-of", AS_OF).done();
    // Who looked at the person is on record, and does not bring the name back.
    run(folder, "explain", "--learner", SecretClass.SECRET).done();
    run(folder, "explain", "--learner", SecretClass.SECRET_NAME).done();
    run(folder, "explain", "--learner", "nguyen mat").refused(2);
    assertThat(found(folder)).as("the search finds what is there").hasSizeGreaterThan(40);
    assertThat(found(folder).stream().map(line -> line.replaceFirst(".*: ", "")).distinct())
        .contains(SecretClass.SECRET, SecretClass.SECRET_NAME, "mat.account");

    assertThat(run(folder, "forget", "--learner", SecretClass.SECRET).refused(2).notes())
        .startsWith("E2112: nothing was erased.");
    assertThat(run(folder, "forget", "--learner", "HV99", "--yes").refused(2).notes())
        .startsWith("E2110: nobody is called HV99");
    assertThat(run(folder, "forget", "--identifier", "mat.account", "--yes").refused(2).notes())
        .startsWith("E2113: mat.account is an identifier of the learner " + SecretClass.SECRET);
    assertThat(run(folder, "forget", "--learner", SecretClass.SECRET, "--dry-run").done().out())
        .startsWith("This only looks ahead; nothing was erased.\nRows that would go, by table:\n")
        .doesNotContain("Rows erased")
        .contains("  learning_event: 83\n", "  actor: 2\n", "register learner.csv, lines 3")
        .contains("manifest.json stays): 2026-09-19/", ", office 2026-09-19/")
        .contains("source file file:" + folder.resolve("statements/one.ndjson"));
    assertThat(found(folder)).as("looking erases nothing").hasSizeGreaterThan(40);

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes", "--by", "DPO").done();
    assertThat(found(folder)).isEmpty();
    assertThat(manifest(folder).get("digest").asText()).isEqualTo(without);
    JsonNode certificate = certificate();
    assertThat(certificate.get("erased_by").asText()).isEqualTo("DPO");
    assertThat(certificate.get("erased_rows").get("learning_event").asLong()).isEqualTo(83);
    assertThat(certificate.get("erased_rows").get("actor").asLong()).isEqualTo(2);
    assertThat(certificate.get("altered_rows").get("learning_event").asLong()).isEqualTo(1);
    assertThat(certificate.get("publications_emptied")).hasSize(4);
    assertThat(certificate.get("remaining_register_lines").get("identity.csv")).hasSize(2);

    assertThat(run(folder, "verify").done().out())
        .contains("2 have only their manifest left", "All are as they were published.");
    assertThat(run(folder, "verify", "--run", "latest").done().out()).contains("\nEqual: ");
    String first =
        Files.readAllLines(folder.resolve("published/ledger.csv")).get(1).split(",", -1)[1];
    assertThat(run(folder, "verify", "--run", first).refused(5).notes()).startsWith("E508");

    // The same bytes under another name, and the registers as they were.
    Files.copy(folder.resolve("statements/one.ndjson"), folder.resolve("statements/again.ndjson"));
    CommandLines.Result night = run(folder, "run", "--as-of", AS_OF).done();
    assertThat(night.notes())
        .contains("a register still tells of erased persons, delete the lines: learner.csv 3");
    assertThat(found(folder)).isEmpty();
    assertThat(manifest(folder).get("digest").asText()).isEqualTo(without);
    JsonNode counts = manifest(folder).get("counts");
    assertThat(counts.get("out_of_scope").asLong()).isEqualTo(85);
    assertThat(counts.get("rejected").asLong()).isEqualTo(8);
  }

  @Test
  void theCertificateTellsWhichLinesOfTheAccessLogNameThePerson() throws IOException {
    SecretClass.write(folder, true);
    run(folder, "run", "--as-of", AS_OF).done();
    run(folder, "explain", "--learner", "HV02", "--purpose", "khiếu nại 7").done();
    run(folder, "explain", "--learner", "HV02", "--purpose", "theo đơn của Nguyễn Bí Mật").done();
    run(folder, "explain", "--learner", "HV02", "--purpose", "so với " + SecretClass.SECRET).done();
    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();

    try (Stream<Path> certificates = Files.list(folder.resolve("erasures"))) {
      assertThat(certificates.filter(file -> file.toString().endsWith(".txt")).toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .contains("  access log (access.jsonl in the vault), lines 2, 3\n")
                      .contains("except a name that others wrote in free text"));
    }
    assertThat(found(folder).stream().map(line -> line.replaceFirst(": .*", "")).distinct())
        .containsExactly("vault/access.jsonl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"measure", "empty earlier publications", "certify"})
  void whatBrokeOffIsCompletedByErasingAgain(String at) throws IOException {
    SecretClass.write(folder, true);
    run(folder, "run", "--as-of", AS_OF).done();
    breakOff(new ForgetRequest(SecretClass.SECRET, null, "DPO", null, false), at);
    assertThat(run(folder, "explain", "--learner", "HV02").done().notes())
        .contains("is not finished: run the same forget again");

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();
    assertThat(found(folder)).isEmpty();
    assertThat(manifest(folder).get("digest").asText()).isEqualTo(without);
    assertThat(certificate().get("publications_emptied")).as("in whichever try").hasSize(1);
  }

  @Test
  void theSameCommandAgainTakesNothingOutOfTheCertificate() throws IOException {
    SecretClass.write(folder, true);
    run(folder, "run", "--as-of", AS_OF).done();
    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes", "--by", "DPO").done();
    JsonNode first = certificate();
    assertThat(first.get("publications_emptied")).hasSize(1);

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes", "--by", "X").done();
    JsonNode second = certificate();
    for (String told :
        List.of("erased_at", "erased_by", "erased_rows", "altered_rows", "publications_emptied")) {
      assertThat(second.get(told)).as(told).isEqualTo(first.get(told));
    }
  }

  /** Statements of others that were voided by one of the person's, or had the id of one. */
  @Test
  void rowsOfOthersLoseTheIdsOfThePersonsStatements() throws IOException {
    SecretClass.write(folder, true);
    List<String> known = Files.readAllLines(folder.resolve("statements/one.ndjson"));
    String others = known.get(0);
    String theirs = known.get(1);
    String voiding = "7d9f5f7e-0a44-4c0e-8a39-3a4f3a1b9c11";
    CommandLines.write(
        folder,
        "statements/two.ndjson",
        others.replace(id(others), id(theirs)).replace("experienced", "interacted")
            + "\n"
            + theirs
                .replace(id(theirs), voiding)
                .replace("verbs/experienced", "verbs/voided")
                .replaceFirst(
                    "\"object\":\\{[^}]*}",
                    "\"object\":{\"objectType\":\"StatementRef\",\"id\":\"" + id(others) + "\"}")
            + "\n");
    run(folder, "run", "--as-of", AS_OF).done();
    assertThat(ids()).contains(id(theirs), voiding);

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();
    assertThat(ids()).contains(id(others)).doesNotContain(id(theirs), voiding);
    assertThat(certificate().get("altered_rows").get("voiding").asLong()).isEqualTo(1);
    assertThat(certificate().get("altered_rows").get("removed_event").asLong()).isEqualTo(2);
  }

  private static String id(String statement) {
    return statement.replaceFirst("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
  }

  /** All ids in the tables of events and of what became of them. */
  private Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    Map<String, List<String>> columns =
        Map.of(
            "learning_event", List.of("event_id"),
            "removed_event", List.of("event_id", "by_event_id"),
            "voiding", List.of("target_event_id", "by_event_id"));
    CommandLines.nights(now, LocalDate.parse(AS_OF))
        .reading(
            ConfigurationLoader.load(folder.resolve("chuyencan.yaml"), name -> null),
            night -> {
              columns.forEach(
                  (table, names) ->
                      LakeRows.each(
                          night.lake(),
                          table,
                          row -> names.forEach(name -> ids.add(String.valueOf(row.getField(name)))),
                          names.toArray(String[]::new)));
              return 0;
            });
    return ids;
  }

  /** The registers still tell of the person; what is made of them does not. */
  @Test
  void reportsGoWithThePublicationWithoutThePersonAndNeverBringThemBack() throws IOException {
    SecretClass.write(folder, true);
    Path configuration = folder.resolve("chuyencan.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            + "reports: {nightly: true}\naudiences: {office: ./published-office}\n");
    CommandLines.write(
        folder,
        "registers/program.csv",
        """
        program_id,name,major_name,major_code,form,lead_unit
        CT-TX,Chương trình,Công nghệ giáo dục,7140103,distance,Khoa
        """);
    CommandLines.write(
        folder,
        "registers/admission.csv",
        "student_id,program_id,cohort_id,admitted_on,entry_level\n"
            + SecretClass.SECRET
            + ",CT-TX,K1,2025-09-01,unknown\n");
    CommandLines.write(
        folder,
        "registers/student_status.csv",
        "student_id,program_id,status,from\n"
            + SecretClass.SECRET
            + ",CT-TX,dismissed,2026-09-10\n");
    assertThat(run(folder, "run", "--as-of", AS_OF).done().notes()).doesNotContain("WITHOUT");
    Path analysts = folder.resolve("published/latest/csv/compliance_indicator.csv");
    Path office = folder.resolve("published-office/latest/csv/compliance_indicator.csv");
    assertThat(office).content().contains("C08-11.2", SecretClass.SECRET);
    assertThat(analysts).content().contains("C08-11.2").doesNotContain(SecretClass.SECRET);
    assertThat(evidence("before.zip")).contains(SecretClass.SECRET);

    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();
    assertThat(analysts).content().contains("C08-11.2");
    assertThat(found(folder)).isEmpty();

    run(folder, "run", "--as-of", "2026-09-21").done();
    assertThat(office).content().contains("C08-11.2");
    assertThat(found(folder)).isEmpty();
    assertThat(evidence("after.zip")).contains("C08-11.2").doesNotContain(SecretClass.SECRET);
  }

  /** All files of the evidence of a rule about learners, one after the other. */
  private String evidence(String name) throws IOException {
    Path zip = folder.resolve(name);
    run(folder, "report", "--evidence", "C08-11.2", "--year", "2026", "--out", zip.toString())
        .done();
    StringBuilder content = new StringBuilder();
    try (ZipFile files = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(files.entries())) {
        content.append(
            new String(files.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content.toString();
  }

  @Test
  void aGrantedCertificateGoesOnlyWhenAskedAndIsCountedAfterASecondTry() throws IOException {
    SecretClass.write(folder, true);
    CommandLines.write(
        folder,
        "seen.yaml",
        """
        id: seen
        version: 1.0.0
        title: {vi: Có mặt, en: Seen}
        in_force: {from: 2026-09-01}
        parameters: {}
        certificates:
          - id: seen
            title: {vi: Có mặt, en: Seen}
            criteria:
              - id: S.1
                kind: at_least
                law: {id: S.1, citation: có vào học}
                label: {vi: Lượt, en: Sessions}
                measure: sessions
                threshold: 1
                unit: session
        """);
    Path configuration = folder.resolve("chuyencan.yaml");
    Files.writeString(
        configuration, Files.readString(configuration).replace("flipped-classroom", "seen.yaml"));
    run(folder, "run", "--as-of", "2026-10-20").done();
    assertThat(run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").refused(2).notes())
        .startsWith("E2111: ")
        .contains("LOP-1/seen");
    assertThat(found(folder)).hasSizeGreaterThan(40);

    breakOff(new ForgetRequest(SecretClass.SECRET, null, "DPO", null, true), "measure");
    run(folder, "forget", "--learner", SecretClass.SECRET, "--yes").done();

    assertThat(certificate().get("granted_certificates_erased").asLong()).isEqualTo(1);
    assertThat(found(folder)).isEmpty();
  }

  private JsonNode certificate() throws IOException {
    try (Stream<Path> certificates = Files.list(folder.resolve("erasures"))) {
      return JSON.readTree(
          certificates
              .filter(file -> file.toString().endsWith(".json"))
              .findFirst()
              .orElseThrow()
              .toFile());
    }
  }

  /** Of an actor who is nobody's the vault knows no more after the first step. */
  @ParameterizedTest
  @CsvSource({"measure,account", "measure,key", "empty earlier publications,account"})
  void whatBrokeOffIsCompletedOfAnIdentifierToo(String at, String by) throws IOException {
    SecretClass.write(folder, true);
    for (String register : List.of("learner", "identity", "enrolment", "group_member")) {
      Path file = folder.resolve("registers/" + register + ".csv");
      Files.write(
          file,
          Files.readAllLines(file).stream()
              .filter(line -> !line.contains(SecretClass.SECRET))
              .toList());
    }
    run(folder, "run", "--as-of", AS_OF).done();
    List<Long> key = keys().subList(0, 1);
    List<String> words = List.of("mat.account");
    assertThat(StoredBytes.find(folder.resolve("warehouse"), words, key)).isNotEmpty();
    assertThat(StoredBytes.find(folder.resolve("published"), List.of(), key)).isNotEmpty();
    String identifier = by.equals("key") ? String.format("%016x", key.get(0)) : "mat.account";
    breakOff(new ForgetRequest(null, identifier, "DPO", null, false), at);

    run(folder, "forget", "--identifier", identifier, "--yes").done();
    assertThat(StoredBytes.find(folder.resolve("warehouse"), words, key)).isEmpty();
    assertThat(StoredBytes.find(folder.resolve("published"), words, key)).isEmpty();
    assertThat(run(folder, "explain", "--learner", "HV02").done().notes())
        .doesNotContain("is not finished");
    assertThat(run(folder, "forget", "--identifier", "nobody", "--yes").refused(2).notes())
        .startsWith("E2110");
  }

  private void breakOff(ForgetRequest request, String at) {
    Configuration configuration =
        ConfigurationLoader.load(folder.resolve("chuyencan.yaml"), name -> null);
    now = now.plusSeconds(60);
    Nights nights = CommandLines.nights(now, LocalDate.parse(AS_OF)).withErased();
    assertThatThrownBy(
            () ->
                nights.writing(
                    configuration,
                    night ->
                        new ForgetJob(night, request)
                            .erase(
                                nights.runId(),
                                step -> {
                                  if (step.equals(at)) {
                                    throw new IllegalStateException("killed at " + step);
                                  }
                                },
                                new NightIndicators())))
        .hasMessage("killed at " + at);
  }
}
