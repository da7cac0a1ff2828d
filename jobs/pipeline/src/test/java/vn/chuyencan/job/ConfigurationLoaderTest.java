package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.source.xapi.StatementFiles;

class ConfigurationLoaderTest {
  private static final String LEAST =
      """
      institution: {id: hvsp, name: Học viện}
      warehouse: ./warehouse
      publish: ../published
      sources:
        - {id: lms, kind: xapi, path: statements}
      """;

  @TempDir Path folder;

  private Configuration load(String text, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("chuyencan.yaml"), text);
    return ConfigurationLoader.load(file, environment::get);
  }

  /** The faults in English, without the folder in which the file lies. */
  private List<String> faults(String text) {
    return faults(text, Map.of());
  }

  private List<String> faults(String text, Map<String, String> environment) {
    PipelineException refused =
        catchThrowableOfType(PipelineException.class, () -> load(text, environment));
    assertThat(refused).isNotNull();
    return told(refused);
  }

  private List<String> told(PipelineException refused) {
    return refused.faults().stream()
        .map(fault -> fault.message(Language.EN).replace(folder + "/", ""))
        .toList();
  }

  @Test
  void whatIsNotSaidHasADefault() throws IOException {
    Configuration configuration = load(LEAST, Map.of());

    assertThat(configuration.institution().zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(configuration.institution().secret())
        .isEqualTo("chuyencan/hvsp".getBytes(StandardCharsets.UTF_8));
    assertThat(configuration.policies()).isEmpty();
    assertThat(configuration.gate().maxRejectedShare()).isEqualByComparingTo("0.05");
    assertThat(configuration.sources())
        .singleElement()
        .isEqualTo(
            new Configuration.Source(
                "lms",
                "xapi",
                folder.resolve("statements").toString(),
                "lenient",
                null,
                Duration.ofDays(1),
                null,
                null,
                new StatementFiles(folder.resolve("statements").toString())));
  }

  @Test
  void whatIsSaidIsKept() throws IOException {
    Configuration configuration =
        load(
            """
            institution: {id: a, name: b, zone: Europe/Paris, key: secret}
            warehouse: s3a://bucket/lake
            catalog: {kind: jdbc, uri: "jdbc:postgresql://db/lake?sslmode=require", name: north, user: u,
                      password: "${env:PASSWORD}", properties: {clients: 4}}
            publish: /srv/published
            registers: /srv/registers
            sources:
              - {id: lms, kind: xapi, path: "hdfs://node/x", mode: strict, zone: UTC,
                 future_skew: PT2H, from: 2026-09-01, until: 2026-12-31}
            policies: [flipped-classroom, own.yaml]
            gate: {max_rejected_share: 0.1}
            """,
            Map.of("PASSWORD", "p"));

    assertThat(configuration.warehouse()).isEqualTo("s3a://bucket/lake");
    assertThat(configuration.catalog().name()).isEqualTo("north");
    assertThat(configuration.catalog().properties())
        .containsOnly(
            Map.entry("type", "jdbc"),
            Map.entry("uri", "jdbc:postgresql://db/lake?sslmode=require"),
            Map.entry("jdbc.user", "u"),
            Map.entry("jdbc.password", "p"),
            Map.entry("clients", "4"));
    assertThat(configuration.catalog()).hasToString("jdbc:postgresql://db/lake");
    assertThat(configuration.registers()).isEqualTo("/srv/registers");
    assertThat(configuration.policies())
        .containsExactly("flipped-classroom", folder.resolve("own.yaml").toString());
    assertThat(configuration.gate().maxRejectedShare()).isEqualByComparingTo(new BigDecimal("0.1"));
    assertThat(configuration.institution().secret())
        .isEqualTo("secret".getBytes(StandardCharsets.UTF_8));
    assertThat(configuration.sources())
        .containsExactly(
            new Configuration.Source(
                "lms",
                "xapi",
                "hdfs://node/x",
                "strict",
                ZoneId.of("UTC"),
                Duration.ofHours(2),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 12, 31),
                new StatementFiles("hdfs://node/x")));
  }

  @Test
  void everyLimitThatIsGivenTurnsItsSignalOn() throws IOException {
    assertThat(load(LEAST, Map.of()).integrity()).isEqualTo(IntegrityLimits.NONE);
    IntegrityLimits limits =
        load(LEAST + "integrity: {day_minutes: 960, answer_share: 0.10}\n", Map.of()).integrity();
    assertThat(limits.text()).isEqualTo("day_minutes=960 answer_share=0.1");
    assertThat(EnumSet.allOf(IntegrityKind.class).stream().filter(limits::wants))
        .containsExactly(IntegrityKind.LONG_DAY, IntegrityKind.FAST_ANSWER);
    assertThat(load(LEAST + "integrity: {day_minutes: 960}\n", Map.of()).fingerprint())
        .isNotEqualTo(load(LEAST, Map.of()).fingerprint());
    assertThat(
            faults(LEAST + "integrity: {day_minutes: 0, answer_share: 1, address_minutes: 1.5}\n"))
        .hasSize(3)
        .allSatisfy(fault -> assertThat(fault).startsWith("E30"));
  }

  @Test
  void relativePathsStartAtTheFile() throws IOException {
    Configuration configuration = load(LEAST, Map.of());

    assertThat(configuration.warehouse()).isEqualTo(folder.resolve("warehouse").toString());
    assertThat(configuration.publish()).isEqualTo(folder.resolveSibling("published").toString());
    assertThat(configuration.registers()).isEqualTo(folder.resolve("registers").toString());
  }

  @Test
  void variablesAreReplacedWhereTheyStand() throws IOException {
    Configuration configuration =
        load(
            LEAST.replace("./warehouse", "\"${env:ROOT}/lake-${env:NAME}\""),
            Map.of("ROOT", "/data", "NAME", "$1\\x"));

    assertThat(configuration.warehouse()).isEqualTo("/data/lake-$1\\x");
  }

  @Test
  void anUnsetVariableIsNamedWithItsLine() {
    assertThat(faults(LEAST.replace("./warehouse", "\"${env:NOWHERE}\"")))
        .containsExactly(
            "E3005 chuyencan.yaml:2: the environment variable NOWHERE is not set. Set it, or write"
                + " the value itself.");
  }

  @Test
  void allFaultsAreToldAtOnceWithTheirLines() {
    assertThat(
            faults(
                """
                institution: {id: "học viện", zone: Asia/Hanoi}
                warehouse: ./warehouse
                publsh: ./published
                sources:
                  - {id: lms, kind: moodle, path: a}
                  - {id: lms, kind: xapi, path: b, future_skew: 1 day, from: 2026-13-01}
                gate: {max_rejected_share: 5}
                """))
        .allMatch(fault -> fault.startsWith("E300"))
        .map(fault -> fault.substring(0, fault.indexOf("]: ") + 1))
        .containsExactlyInAnyOrder(
            "E3002 chuyencan.yaml:3 [publsh]",
            "E3003 chuyencan.yaml:1 [publish]",
            "E3004 chuyencan.yaml:1 [institution.id]",
            "E3003 chuyencan.yaml:1 [institution.name]",
            "E3004 chuyencan.yaml:1 [institution.zone]",
            "E3004 chuyencan.yaml:5 [sources[0].kind]",
            "E3004 chuyencan.yaml:6 [sources[1].id]",
            "E3004 chuyencan.yaml:6 [sources[1].future_skew]",
            "E3004 chuyencan.yaml:6 [sources[1].from]",
            "E3004 chuyencan.yaml:7 [gate.max_rejected_share]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "warehouse: ./warehouse | warehouse: \"\" | E3004 chuyencan.yaml:2 [warehouse]: ",
        "publish: ../published | publish: s3a://b/p | E3004 chuyencan.yaml:3 [publish]: s3a://b/p",
        "publish: ../published | publish: [a] | E3004 chuyencan.yaml:3 [publish]: [\"a\"]",
        "name: Học viện} | name: x, zone: 7} | E3004 chuyencan.yaml:1 [institution.zone]: 7",
        "{id: lms, kind: xapi, path: statements} | x | E3004 chuyencan.yaml:5 [sources[0]]: x",
        "kind: xapi | kind: xapi, mode: lax | E3004 chuyencan.yaml:5 [sources[0].mode]: lax",
        "kind: xapi | kind: xapi, until: soon | E3004 chuyencan.yaml:5 [sources[0].until]: soon",
      })
  void aWrongValueIsToldWithItsPlace(String right, String wrong, String expected) {
    assertThat(faults(LEAST.replace(right, wrong)))
        .singleElement()
        .asString()
        .startsWith(expected.strip());
  }

  @Test
  void whatIsNotYamlIsToldWithItsLine() {
    assertThat(faults("institution: {id: a\nwarehouse: b\n"))
        .singleElement()
        .asString()
        .startsWith("E3001 chuyencan.yaml:");
    assertThat(faults(LEAST + "warehouse: again\n"))
        .containsExactly(
            "E3001 chuyencan.yaml:6: this is not YAML: warehouse × 2 (2). Correct the file there.");
  }

  @Test
  void anEmptyFileMissesEverything() {
    assertThat(faults("# nothing\n"))
        .extracting(fault -> fault.substring(0, 5))
        .containsOnly("E3003");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path absent = folder.resolve("absent.yaml");
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class, () -> ConfigurationLoader.load(absent, name -> null));

    assertThat(told(refused))
        .containsExactly(
            "E3000: the configuration file absent.yaml does not exist. Give its path with"
                + " --config.");
  }

  @Test
  void aDirectoryIsNoConfiguration() {
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class, () -> ConfigurationLoader.load(folder, name -> null));

    assertThat(refused.faults().get(0).code()).isEqualTo(ErrorCode.CONFIGURATION_UNREADABLE);
    assertThat(refused.exitStatus()).isEqualTo(3);
  }

  @Test
  void bytesThatAreNotUtf8AreFound() throws IOException {
    Path file = folder.resolve("chuyencan.yaml");
    Files.write(
        file, "institution: {}\nwarehouse: kh\u00f4\n".getBytes(StandardCharsets.ISO_8859_1));
    PipelineException refused =
        catchThrowableOfType(
            PipelineException.class, () -> ConfigurationLoader.load(file, name -> null));

    assertThat(told(refused))
        .containsExactly(
            "E3007 chuyencan.yaml:2: the file is not UTF-8 (byte 30). Save it as UTF-8.");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFile() throws IOException {
    assertThat(load("\uFEFF" + LEAST, Map.of()).institution().id()).isEqualTo("hvsp");
  }

  @Test
  void aStoreOfObjectsNeedsACatalogThatIsNoFolder() throws IOException {
    String text = LEAST.replaceAll("warehouse: .*", "warehouse: s3a://bucket/lake");
    assertThat(faults(text))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault).contains("E3030", "s3a://bucket/lake", "kind jdbc or rest"));
    assertThat(load(text + "catalog: {kind: rest, uri: \"https://c\"}\n", Map.of()).catalog())
        .hasToString("https://c");
    assertThat(load(LEAST.replaceAll("warehouse: .*", "warehouse: hdfs://n/lake"), Map.of()))
        .extracting(Configuration::catalog)
        .hasToString("hadoop");
  }

  @Test
  void aCatalogThatNobodyKnows() {
    assertThat(faults(LEAST + "catalog: {kind: glue}\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("E3004", "glue", "hadoop | jdbc | rest"));
    assertThat(faults(LEAST + "catalog: {kind: jdbc, uri: \"https://c\", token: t}\n"))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).contains("E3002", "token"),
            fault -> assertThat(fault).contains("E3004", "jdbc:postgresql:"));
  }

  @Test
  void filesAreNotEncryptedUnderASecretThatEverybodyKnows() {
    assertThat(faults(LEAST + "vault: {encrypt: true}\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("E3003", "institution.key"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "jdbc:postgresql://db/lake?socketFactory=x, {}, socketFactory",
        "jdbc:h2:mem:a;INIT=RUNSCRIPT FROM 'x', {}, INIT",
        "jdbc:h2:file:/a;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=3, {}, TRACE_LEVEL_FILE",
        "jdbc:postgresql://db/lake, {jdbc.loggerFile: /x}, jdbc.loggerFile"
      })
  void aCatalogIsNoWayToADriversOtherPowers(String uri, String properties, String named) {
    assertThat(
            faults(
                LEAST
                    + "catalog: {kind: jdbc, uri: \""
                    + uri
                    + "\", properties: "
                    + properties
                    + "}\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("E3022", named));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`kind: rest, uri: 'https://c', properties: {io-impl: x.Y}`, E3031, io-impl",
        "`kind: rest, uri: 'https://c', properties: {client.factory: x.Y}`, E3031, client.factory",
        "`kind: rest, uri: 'https://c', properties: {uri: 'https://d'}`, E3031, uri",
        "`kind: hadoop, properties: {warehouse: /elsewhere}`, E3031, warehouse",
        "`kind: hadoop, properties: {lock-impl: x.Y}`, E3031, lock-impl",
        "`kind: rest, uri: 'https://an:geheim@c/'`, E3032, uri",
        "`kind: rest, uri: 'https://c', properties: {oauth2-server-uri: 'https://an:geheim@c/t'}`,"
            + " E3032, oauth2-server-uri",
        "`kind: jdbc, uri: 'jdbc:mysql://an:geheim@db/lake'`, E3032, uri"
      })
  void aCatalogsPropertiesLoadNoClassesAndTellNoPasswords(
      String section, String number, String named) {
    assertThat(faults(LEAST + "catalog: {" + section + "}\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains(number, named).doesNotContain("geheim"));
  }

  @Test
  void aServersOwnNameOfTheWarehouseIsLetThrough() throws IOException {
    assertThat(
            load(
                    LEAST
                        + "catalog: {kind: rest, uri: \"https://c/a@b\", properties:"
                        + " {warehouse: lake, header.X-Of: an@b.vn}}\n",
                    Map.of())
                .catalog()
                .properties())
        .containsEntry("warehouse", "lake")
        .containsEntry("header.X-Of", "an@b.vn");
  }

  @Test
  void whatOnlyConnectsACatalogIsLetThrough() throws IOException {
    assertThat(
            load(
                    LEAST
                        + "catalog: {kind: jdbc, uri: \"jdbc:h2:mem:a;DB_CLOSE_DELAY=-1\","
                        + " properties: {jdbc.sslmode: require, jdbc.schema-version: V1}}\n",
                    Map.of())
                .catalog()
                .properties())
        .containsEntry("jdbc.sslmode", "require");
  }

  /** What a night writes must never be what it, or the next one, reads. */
  @ParameterizedTest
  @CsvSource({
    "publish, ./registers,          registers",
    "publish, ./registers/out,      registers",
    "warehouse, ./statements,       sources lms",
    "publish, .,                    registers",
    "publish, ./warehouse/latest,   warehouse",
    "office, ../published,          publish",
    "office, ../published/latest,   publish",
  })
  void foldersLieApart(String key, String path, String other) {
    String text =
        key.equals("office")
            ? LEAST + "audiences: {office: " + path + "}\n"
            : LEAST.replaceFirst(key + ": .*", key + ": " + path);
    assertThat(faults(text))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("E3008 chuyencan.yaml:")
                    .contains(key)
                    .contains(other));
  }

  @Test
  void folderNamesMayBeginAlike() throws IOException {
    assertThat(load(LEAST.replace("./warehouse", "./statements-kept"), Map.of()).warehouse())
        .endsWith("statements-kept");
  }

  @Test
  void aCharacterThatNobodySeesIsRefused() {
    assertThat(faults(LEAST.replace("./warehouse", "\"./ware\\0house\"")))
        .containsExactly(
            "E3004 chuyencan.yaml:2 [warehouse]: ./ware\\0house is not a valid value: ./warehouse."
                + " Correct it there.");
  }
}
