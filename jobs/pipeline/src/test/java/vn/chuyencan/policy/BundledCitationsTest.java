package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The bundled policy quotes the text of the law and nothing else. */
class BundledCitationsTest {

  private static List<Criterion> criteria() {
    List<Criterion> all = new ArrayList<>();
    Learners.POLICY.certificates().forEach(one -> one.criteria().forEach(c -> add(c, all)));
    return all;
  }

  private static void add(Criterion criterion, List<Criterion> all) {
    all.add(criterion);
    criterion.parts().forEach(part -> add(part, all));
  }

  @Test
  void everyCriterionOfTheRequirementsIsThere() {
    assertThat(criteria())
        .extracting(criterion -> criterion.header().id())
        .containsExactly(
            "FC-TT.1",
            "FC-TT.2",
            "FC-TT.3",
            "FC-TT.4",
            "FC-TT.5",
            "FC-TT.6",
            "FC-TT.7",
            "FC-TT.8",
            "FC-TT.9",
            "FC-TT.10",
            "FC-TT.11",
            "FC-LT.1",
            "FC-LT.1r",
            "FC-LT.2",
            "FC-LT.2b",
            "FC-LT.2b1",
            "FC-LT.2b2",
            "FC-LT.2b3",
            "FC-LT.2b4",
            "FC-LT.3",
            "FC-LT.4",
            "FC-LT.4a",
            "FC-LT.4b",
            "FC-LT.4x",
            "FC-TH.1",
            "FC-TH.1r",
            "FC-TH.2",
            "FC-TH.3",
            "FC-TH.4",
            "FC-TH.5");
  }

  @Test
  void aCitationHasAtMostTwentyWords() {
    for (Criterion criterion : criteria()) {
      String citation = criterion.header().law().citation();
      assertThat(citation.split(" ")).as(citation).hasSizeLessThanOrEqualTo(20);
    }
  }

  @Test
  void aCitationIsVerbatim() throws IOException {
    String configured = System.getenv("CHUYENCAN_SHARED");
    Path shared = configured == null ? Path.of("../../../shared") : Path.of(configured);
    Path folder = shared.resolve("regulations");
    if (!Files.isDirectory(folder)) {
      System.out.println("SKIPPED: the regulations are not at " + folder);
    }
    Assumptions.assumeTrue(Files.isDirectory(folder), "the regulations are not at " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      Path text =
          files
              .filter(file -> file.getFileName().toString().startsWith("000_"))
              .findFirst()
              .orElseThrow();
      String law = Files.readString(text).replaceAll("\\s+", " ");
      for (Criterion criterion : criteria()) {
        assertThat(law).contains(criterion.header().law().citation());
      }
    }
  }
}
