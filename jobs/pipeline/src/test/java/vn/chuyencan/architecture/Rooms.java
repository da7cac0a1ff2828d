package vn.chuyencan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The house of DESIGN 1 as rules. Each is made for a base package, so that the same rule judges the
 * product and the violations that were planted to prove it.
 *
 * @param base the package in which the rooms lie
 */
record Rooms(String base) {
  /** The product. */
  static final Rooms MAIN = new Rooms("vn.chuyencan");

  /** From left to right; rooms of one list never use each other. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of("cli"),
          List.of("job"),
          List.of("source", "measure", "decide", "comply", "report"),
          List.of("table"),
          List.of("work"),
          List.of("policy"),
          List.of("model"),
          List.of("error"));

  /** Rooms that stand in the design and have no class yet. */
  static final Set<String> EMPTY = Set.of();

  /** Who hands tasks to Spark, and who starts it. */
  private static final List<String> WITH_SPARK = List.of("job", "work");

  /** These know no Iceberg and no Hadoop either. */
  private static final List<String> WITHOUT_APACHE = List.of("policy", "model", "error");

  /** The statement reader is a module of its own, which these rooms use. */
  private static final List<String> WITH_STATEMENTS = List.of("job", "source", "measure");

  static List<String> all() {
    return ORDER.stream().flatMap(List::stream).toList();
  }

  /** The rooms that a room may not use: those to its left and those beside it. */
  static List<String> closedTo(String room) {
    List<String> closed = new ArrayList<>();
    for (List<String> place : ORDER) {
      closed.addAll(place);
      if (place.contains(room)) {
        closed.remove(room);
        return closed;
      }
    }
    throw new IllegalArgumentException(room);
  }

  String packageOf(String room) {
    return base + "." + room + "..";
  }

  private String[] packagesOfAllBut(List<String> rooms) {
    return all().stream()
        .filter(room -> !rooms.contains(room))
        .map(this::packageOf)
        .toArray(String[]::new);
  }

  /** A room uses only rooms to its right. */
  ArchRule looksOnlyRight(String room) {
    return noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(closedTo(room).stream().map(this::packageOf).toArray(String[]::new))
        .as(room + " uses only rooms to its right")
        .allowEmptyShould(EMPTY.contains(room) || closedTo(room).isEmpty());
  }

  /** Every class of the pipeline lives in a room. */
  ArchRule everyClassLivesInARoom() {
    List<String> rooms = new ArrayList<>(all());
    // A module of its own, with a house of its own.
    rooms.add("xapi");
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .resideInAnyPackage(rooms.stream().map(this::packageOf).toArray(String[]::new))
        .as("every class lives in a room");
  }

  /** Only {@code job} and {@code work} know Spark. */
  ArchRule onlyTheseKnowSpark() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOfAllBut(WITH_SPARK))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .as("only job and work know Spark");
  }

  /** {@code policy}, {@code model} and {@code error} know no library of Apache's. */
  ArchRule knowsNothingOfApache(String room) {
    return noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache..")
        .as(room + " knows nothing of Apache's");
  }

  static List<String> withoutApache() {
    return WITHOUT_APACHE;
  }

  /** {@code model} knows only the JDK and {@code error}. */
  ArchRule modelKnowsOnlyErrors() {
    return classes()
        .that()
        .resideInAPackage(packageOf("model"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", packageOf("model"), packageOf("error"))
        .as("model knows only the JDK and error");
  }

  /** {@code error} knows only the JDK. */
  ArchRule errorKnowsOnlyTheJdk() {
    return classes()
        .that()
        .resideInAPackage(packageOf("error"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.net.ssl..", packageOf("error"))
        .as("error knows only the JDK");
  }

  /** Only {@code cli} knows the library of the command line. */
  ArchRule onlyTheCommandLineKnowsPicocli() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packageOf("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .as("only cli knows picocli");
  }

  /** Only {@code job}, {@code source} and {@code measure} know the statement reader. */
  ArchRule onlyTheseKnowTheStatementReader() {
    return noClasses()
        .that()
        .resideInAnyPackage(packagesOfAllBut(WITH_STATEMENTS))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("vn.chuyencan.xapi..")
        .as("only job, source and measure know the statement reader");
  }

  /** No cycles between packages, however deep they lie. */
  ArchRule noCycles() {
    return slices().matching(base + ".(**)").should().beFreeOfCycles();
  }
}
