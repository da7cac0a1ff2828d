package vn.chuyencan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DESIGN 1: the product keeps the rules, and each rule finds the violation planted for it. */
class RoomsTest {
  private static final Rooms ROOMS = Classes.planted("rooms");
  private static final Rooms SPARK = Classes.planted("spark");
  private static final Rooms LIBRARIES = Classes.planted("libraries");
  private static final Rooms CYCLE = Classes.planted("cycle");

  static List<String> rooms() {
    return Rooms.all();
  }

  static List<String> roomsWithoutApache() {
    return Rooms.withoutApache();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyRoomsToItsRight(String room) {
    Rooms.MAIN.looksOnlyRight(room).check(Classes.PRODUCT);
  }

  /** The planted class of each room uses all others: exactly the closed ones are reported. */
  @ParameterizedTest
  @MethodSource("rooms")
  void aLookToTheLeftIsReported(String room) {
    Pattern used = Pattern.compile("<vn\\.chuyencan\\.planted\\.rooms\\.([a-z]+)\\.");
    Set<String> reported = new TreeSet<>();
    for (String line : Classes.reported(ROOMS.looksOnlyRight(room), ROOMS)) {
      Matcher matcher = used.matcher(line);
      while (matcher.find()) {
        reported.add(matcher.group(1));
      }
    }
    reported.remove(room);

    assertThat(reported).containsExactlyInAnyOrderElementsOf(Rooms.closedTo(room));
  }

  @Test
  void theOrderIsTheDesigns() {
    assertThat(Rooms.closedTo("cli")).isEmpty();
    assertThat(Rooms.closedTo("measure"))
        .containsExactly("cli", "job", "source", "decide", "comply", "report");
    assertThat(Rooms.closedTo("error")).hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void noRuleSpeaksOfARoomThatIsNotThere(String room) {
    boolean there =
        Classes.PRODUCT.stream()
            .anyMatch(
                type -> (type.getPackageName() + ".").startsWith("vn.chuyencan." + room + "."));

    assertThat(there || Rooms.EMPTY.contains(room)).as(room).isTrue();
  }

  @Test
  void everyClassLivesInARoom() {
    Rooms.MAIN.everyClassLivesInARoom().check(Classes.PRODUCT);
    assertThat(Classes.reported(ROOMS.everyClassLivesInARoom(), ROOMS))
        .singleElement()
        .asString()
        .contains("AtticRoom");
  }

  @ParameterizedTest
  @MethodSource("roomsWithoutApache")
  void knowsNothingOfApache(String room) {
    assertReports(
        Rooms.MAIN.knowsNothingOfApache(room), SPARK.knowsNothingOfApache(room), SPARK, room);
    assertThat(Classes.reported(SPARK.knowsNothingOfApache(room), SPARK))
        .anyMatch(line -> line.contains("has type <org.apache.hadoop."));
  }

  /** Hadoop and Iceberg are open to those who may not know Spark. */
  @Test
  void onlyTheseKnowSpark() {
    assertReports(
        Rooms.MAIN.onlyTheseKnowSpark(),
        SPARK.onlyTheseKnowSpark(),
        SPARK,
        Rooms.all().stream()
            .filter(room -> !List.of("job", "work").contains(room))
            .toArray(String[]::new));
    assertThat(Classes.reported(SPARK.onlyTheseKnowSpark(), SPARK))
        .anyMatch(line -> line.contains("has type <scala."))
        .noneMatch(line -> line.contains("has type <org.apache.hadoop."));
  }

  @Test
  void modelKnowsOnlyTheJdkAndErrors() {
    assertReports(
        Rooms.MAIN.modelKnowsOnlyErrors(), LIBRARIES.modelKnowsOnlyErrors(), LIBRARIES, "model");
  }

  @Test
  void errorKnowsOnlyTheJdk() {
    assertReports(
        Rooms.MAIN.errorKnowsOnlyTheJdk(), LIBRARIES.errorKnowsOnlyTheJdk(), LIBRARIES, "error");
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    List<String> others = Rooms.all().stream().filter(room -> !room.equals("cli")).toList();

    assertReports(
        Rooms.MAIN.onlyTheCommandLineKnowsPicocli(),
        LIBRARIES.onlyTheCommandLineKnowsPicocli(),
        LIBRARIES,
        others.toArray(String[]::new));
  }

  @Test
  void onlyTheseKnowTheStatementReader() {
    assertReports(
        Rooms.MAIN.onlyTheseKnowTheStatementReader(),
        LIBRARIES.onlyTheseKnowTheStatementReader(),
        LIBRARIES,
        "cli",
        "decide",
        "comply",
        "report",
        "table",
        "work",
        "policy",
        "model",
        "error");
  }

  @Test
  void packagesHaveNoCycles() {
    Rooms.MAIN.noCycles().check(Classes.PRODUCT);
    assertThat(Classes.reported(CYCLE.noCycles(), CYCLE))
        .singleElement()
        .asString()
        .contains("source.one", "source.two");
  }

  /** The product keeps the rule, and it reports the planted classes of exactly these rooms. */
  private static void assertReports(
      ArchRule ofProduct, ArchRule ofPlanted, Rooms planted, String... rooms) {
    ofProduct.check(Classes.PRODUCT);
    Pattern origin = Pattern.compile("planted\\.[a-z]+\\.([a-z]+)\\.");
    Set<String> reported = new TreeSet<>();
    for (String line : Classes.reported(ofPlanted, planted)) {
      Matcher matcher = origin.matcher(line);
      assertThat(matcher.find()).as(line).isTrue();
      reported.add(matcher.group(1));
    }
    assertThat(reported).containsExactlyInAnyOrder(rooms);
  }
}
