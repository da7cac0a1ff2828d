package vn.chuyencan.xapi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The house of this module: {@code spark → (the scanner) → {rules, vocabulary, source}}; the last
 * three never use each other, and Spark is known only to {@code spark}. Each rule finds the
 * violation that was planted for it in {@code vn.chuyencan.xapi.planted}.
 */
class LayersTest {
  private static final String MAIN = "vn.chuyencan.xapi";
  private static final String PLANTED = "vn.chuyencan.xapi.planted";
  private static final List<String> LOWEST = List.of("rules", "vocabulary", "source");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(MAIN);
  private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

  @ParameterizedTest
  @ValueSource(strings = {"rules", "vocabulary", "source"})
  void theLowestRoomsKnowOnlyThemselves(String room) {
    List<String> others = new ArrayList<>(LOWEST);
    others.remove(room);
    others.add("spark");
    others.add("scanner");

    knowsOnlyItself(MAIN, room).check(PRODUCT);
    assertThat(used(knowsOnlyItself(PLANTED, room))).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void theScannerDoesNotKnowTheDataSource() {
    scannerKnowsNoDataSource(MAIN).check(PRODUCT);
    assertThat(used(scannerKnowsNoDataSource(PLANTED))).containsExactly("spark");
  }

  @Test
  void onlyTheDataSourceKnowsSpark() {
    onlyTheDataSourceKnowsSpark(MAIN).check(PRODUCT);
    assertThat(
            onlyTheDataSourceKnowsSpark(PLANTED)
                .evaluate(VIOLATIONS)
                .getFailureReport()
                .getDetails())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("planted.Scanner"));
  }

  @Test
  void packagesHaveNoCycles() {
    noCycles(MAIN).check(PRODUCT);
    assertThat(noCycles(PLANTED).evaluate(VIOLATIONS).getFailureReport().getDetails()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark", "rules", "vocabulary", "source"})
  void noRuleSpeaksOfARoomThatIsNotThere(String room) {
    assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
        .anyMatch(name -> name.equals(MAIN + "." + room));
  }

  private static ArchRule knowsOnlyItself(String base, String room) {
    return noClasses()
        .that()
        .resideInAPackage(base + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            LOWEST.stream()
                .filter(other -> !other.equals(room))
                .map(other -> base + "." + other + "..")
                .toArray(String[]::new))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(base, base + ".spark..")
        .as(room + " knows only itself");
  }

  private static ArchRule scannerKnowsNoDataSource(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(base + ".spark..")
        .as("the scanner does not know the data source");
  }

  private static ArchRule onlyTheDataSourceKnowsSpark(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .resideOutsideOfPackage(base + ".spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .as("only the data source knows Spark");
  }

  private static ArchRule noCycles(String base) {
    return slices().assignedFrom(byPackage(base)).should().beFreeOfCycles();
  }

  /** One slice a package, the base package with the scanner among them. */
  private static SliceAssignment byPackage(String base) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(base) || name.startsWith(base + ".")
            ? SliceIdentifier.of(name)
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "each package below " + base;
      }
    };
  }

  /** The rooms whose use a rule reports of the planted classes. */
  private static Set<String> used(ArchRule rule) {
    Pattern target = Pattern.compile("<vn\\.chuyencan\\.xapi\\.planted\\.([A-Za-z]+)[.>]");
    Set<String> rooms = new TreeSet<>();
    for (String line : rule.evaluate(VIOLATIONS).getFailureReport().getDetails()) {
      Matcher matcher = target.matcher(line);
      String last = "";
      while (matcher.find()) {
        last = matcher.group(1);
      }
      rooms.add(last.equals("Scanner") ? "scanner" : last);
    }
    return rooms;
  }
}
