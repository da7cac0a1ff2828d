package vn.chuyencan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The bundled policy is text 000: it quotes the law and nothing else, and is read as it stands. */
class BundledPolicyTest {

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
  void isReadAsItStands() throws IOException {
    StringBuilder read = new StringBuilder();
    for (Policy.Certificate certificate : PolicyLoader.load("flipped-classroom").certificates()) {
      read.append(certificate.id()).append(' ').append(certificate.title()).append('\n');
      certificate.criteria().forEach(one -> read.append("  ").append(one).append('\n'));
    }
    Path written = Files.writeString(Path.of("target", "flipped-classroom.txt"), read);
    try (InputStream golden = getClass().getResourceAsStream("flipped-classroom.txt")) {
      assertThat(golden).as("golden text; the actual text is in %s", written).isNotNull();
      assertThat(read.toString())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
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
