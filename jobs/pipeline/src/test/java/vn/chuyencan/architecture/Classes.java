package vn.chuyencan.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The classes that rules judge: the product's and the planted ones. */
final class Classes {
  /** All of the product, the statement reader too. */
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Rooms.MAIN.base());

  private Classes() {}

  /** The house that was planted under that name. */
  static Rooms planted(String name) {
    return new Rooms("vn.chuyencan.planted." + name);
  }

  /** What a rule reports of the classes of a planted house. */
  static List<String> reported(ArchRule rule, Rooms planted) {
    return rule.evaluate(new ClassFileImporter().importPackages(planted.base()))
        .getFailureReport()
        .getDetails();
  }
}
