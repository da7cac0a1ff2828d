package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Personal;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.ActorKeys;

/**
 * X-PD-1: whatever tells of somebody stands in a column that is marked {@code x-personal}. Persons
 * of whom nobody else can be meant are planted in registers and statements, and looked for.
 */
class PersonalColumnsTest {
  private static final String PLANTED = "hv-gieo-7291";
  private static final String NAME = "Nguyễn Gieo Hạt";
  private static final String MAIL = "gieo.hat.7291@trong.example";
  private static final String ACCOUNT = "gieohat7291";
  private static final String TEACHER = "gv-gieo-5150";
  private static final String TEACHER_NAME = "Thầy Gieo Mầm";
  private static final String TEACHER_ACCOUNT = "gieomam5150";
  private static final String STRANGER = "la.mat.3344@nguoi.example";
  private static final String BIRTH = "1987-03-14";
  private static final String ADDRESS = "203.0.113.77";
  private static final String COURSE = "LHDN-2026-1";
  private static final String COURSE_IRI = "https://hoctap.hvsp.example/course/view.php?id=21";
  private static final Set<String> WORDS =
      Set.of(PLANTED, MAIL, ACCOUNT, TEACHER, TEACHER_ACCOUNT, STRANGER, BIRTH, ADDRESS);
  private static final List<String> NAMES = List.of(NAME, TEACHER_NAME);

  @TempDir private Path folder;

  private final Set<String> keys = new HashSet<>();
  private final Map<String, Set<String>> unmarked = new TreeMap<>();
  private final Set<String> marked = new TreeSet<>();
  private Lake lake;
  private Path published;

  @BeforeEach
  void nightOfPlantedPersons() throws IOException {
    Path registers = folder.resolve("registers");
    Files.createDirectories(registers);
    try (Stream<Path> all = Files.list(SampleNights.sample().resolve("registers"))) {
      for (Path file : all.toList()) {
        Files.copy(file, registers.resolve(file.getFileName()));
      }
    }
    String home = "https://hoctap.hvsp.example";
    plant("learner", PLANTED + "," + NAME + ",sinh " + BIRTH);
    plant("learner", TEACHER + "," + TEACHER_NAME + ",");
    plant("identity", PLANTED + ",account," + home + "," + ACCOUNT);
    plant("identity", PLANTED + ",mbox,,mailto:" + MAIL);
    plant("identity", TEACHER + ",account," + home + "," + TEACHER_ACCOUNT);
    plant("enrolment", COURSE + "," + PLANTED + ",learner,,");
    plant("enrolment", COURSE + "," + TEACHER + ",lecturer,,");
    plant(
        "feedback_response",
        COURSE + ",KHAOSAT,P99,C3,Góp ý,text,Em là " + NAME + "; " + MAIL + "," + PLANTED + ",");
    plant(
        "correction",
        "DC-99,excuse,"
            + COURSE
            + ","
            + PLANTED
            + ",B3,,,,,,,,,"
            + TEACHER
            + ",2026-09-28,Đơn của "
            + NAME
            + " sinh "
            + BIRTH);
    plant(
        "grade",
        COURSE
            + ","
            + PLANTED
            + ",QUATRINH,Điểm quá trình,category,7.41,10,40,online,graded,2026-10-10");
    List<String> statements = new ArrayList<>();
    String planted = account(home, ACCOUNT, NAME);
    String teacher = account(home, TEACHER_ACCOUNT, TEACHER_NAME);
    for (int day = 8; day < 28; day++) {
      statements.add(statement(day, planted, "experienced", home + "/page/" + day, ""));
      statements.add(statement(day, mail(MAIL, NAME), "experienced", home + "/page/x", ""));
      statements.add(statement(day, mail(STRANGER, NAME), "experienced", home + "/p", ""));
      statements.add(
          statement(day, teacher, "scored", home + "/page/y", ",\"instructor\":" + planted));
    }
    // Somebody's own page, a post that names its author, and what is refused.
    statements.add(statement(9, planted, "experienced", home + "/user/" + ACCOUNT, ""));
    statements.add(
        statement(
            9,
            planted,
            "http://id.tincanapi.com/verb/replied",
            home + "/mod/forum/discuss.php?d=7#p7",
            ""));
    statements.add("{\"actor\":" + planted + ",\"ip\":\"" + ADDRESS + "\",\"verb\":");
    statements.add(statement(9, mail(MAIL, NAME), "not a verb " + ADDRESS, home + "/p", ""));
    SampleNights nights =
        new SampleNights(folder)
            .registers(registers.toString())
            .integrity(new IntegrityLimits(1, 1, 600, null, 1, null, null))
            .deliver(SampleNights.allFiles());
    Files.write(folder.resolve("statements/planted.ndjson"), statements);
    nights.run(SampleNights.LAST, "planted");
    Night night = nights.night(SampleNights.LAST);
    lake = night.lake();
    published = nights.published().resolve("latest/parquet").toRealPath();
    byte[] secret = night.configuration().institution().secret();
    know(new ActorKeys(secret).of("mbox|mailto:" + STRANGER));
    Population.owners(RegisterReader.read(registers), secret)
        .forEach(
            (key, learner) -> {
              if (learner.equals(PLANTED) || learner.equals(TEACHER)) {
                know(key);
              }
            });
  }

  private void know(long key) {
    keys.add(Long.toString(key));
    keys.add(String.format("%016x", key));
  }

  private void plant(String register, String row) throws IOException {
    Path file = folder.resolve("registers/" + register + ".csv");
    String text = Files.readString(file);
    Files.writeString(
        file, (text.endsWith("\n") ? "" : "\n") + row + "\n", StandardOpenOption.APPEND);
  }

  private static String account(String home, String name, String fullName) {
    return "{\"name\":\""
        + fullName
        + "\",\"account\":{\"homePage\":\""
        + home
        + "\",\"name\":\""
        + name
        + "\"}}";
  }

  private static String mail(String address, String fullName) {
    return "{\"name\":\"" + fullName + "\",\"mbox\":\"mailto:" + address + "\"}";
  }

  private static String statement(
      int day, String actor, String verb, String object, String context) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-09-%02dT02:00:00Z\",\"actor\":%s,\"verb\":{\"id\":\"%s\"},"
            + "\"object\":{\"id\":\"%s\",\"definition\":{\"name\":{\"vi\":\"của %s\"}}},"
            + "\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\"%s\"}]}%s}}",
        day,
        actor,
        verb.startsWith("http") ? verb : "http://adlnet.gov/expapi/verbs/" + verb,
        object,
        NAME,
        COURSE_IRI,
        context);
  }

  private void look(TableContract table, String column, String value) {
    if (value == null || !tells(value)) {
      return;
    }
    String place = table.name() + "." + column;
    if (table.column(column).personal() == Personal.NOTHING) {
      unmarked.computeIfAbsent(place, first -> new TreeSet<>()).add(value);
    } else {
      marked.add(place);
    }
  }

  private boolean tells(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return keys.contains(value)
        || WORDS.stream().anyMatch(lower::contains)
        || NAMES.stream().anyMatch(value::contains);
  }

  @Test
  void nobodyStandsInAColumnThatIsNotMarked() throws IOException {
    for (String name : Tables.names()) {
      TableContract table = TableContract.of(name);
      if (lake.exists(name)) {
        try (CloseableIterable<Record> rows = lake.rows(name, Expressions.alwaysTrue())) {
          for (Record row : rows) {
            table
                .columns()
                .forEach(
                    column -> {
                      Object value = row.getField(column.name());
                      look(table, column.name(), value == null ? null : value.toString());
                    });
          }
        }
      }
      Path file = published.resolve(name + ".parquet");
      if (Files.exists(file)) {
        lookAt(table, file);
      }
    }
    assertThat(unmarked).isEmpty();
    assertThat(marked)
        .as("what was planted is found")
        .contains(
            "actor.identifier",
            "actor.name",
            "identity_candidate.identity_line",
            "learning_event.actor_key",
            "learner_week.learner_id",
            "rejected_record.text",
            "unresolved_actor.actor_key_hex");
  }

  private void lookAt(TableContract table, Path file) throws IOException {
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        for (int field = 0; field < row.getType().getFieldCount(); field++) {
          if (row.getFieldRepetitionCount(field) > 0) {
            look(
                table,
                row.getType().getFieldName(field),
                row.getType().getType(field).isPrimitive()
                    ? row.getValueToString(field, 0)
                    : row.getGroup(field, 0).toString());
          }
        }
      }
    }
  }
}
