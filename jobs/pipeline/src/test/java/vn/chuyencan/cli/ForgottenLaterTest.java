package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.testing.StoredBytes;
import vn.chuyencan.xapi.ActorKeys;

/** What comes after {@code forget} brings nothing of the person back, in whatever it is said. */
class ForgottenLaterTest {
  private static final String AS_OF = "2026-09-20";
  private static final String SITE = "https://lop.example";
  private static final String LATER_ACCOUNT = "mat.moi";
  private static final List<String> WORDS =
      List.of(
          SecretClass.SECRET,
          SecretClass.SECRET_NAME,
          SecretClass.SECRET_MAIL,
          "mat.account",
          LATER_ACCOUNT);

  @TempDir private Path folder;

  private Instant now = CommandLines.NOW;

  /** Statements lie in a folder that is called as the person is, as downloads by person do. */
  @BeforeEach
  void aNightAndAnErasure() throws IOException {
    SecretClass.write(folder, true);
    Path own = Files.createDirectories(folder.resolve("statements/" + SecretClass.SECRET));
    Files.move(folder.resolve("statements/one.ndjson"), own.resolve("one.ndjson"));
    run("run", "--as-of", AS_OF).done();
    run("forget", "--learner", SecretClass.SECRET, "--yes").done();
  }

  private CommandLines.Result run(String command, String... more) {
    now = now.plusSeconds(60);
    return CommandLines.runAt(now, folder, command, more);
  }

  /** What tells of the person, but for the erasure's own list of files that are to be deleted. */
  private List<String> found() {
    ActorKeys keys = new ActorKeys("khoa-rieng".getBytes(StandardCharsets.UTF_8));
    List<Long> own =
        List.of(
            keys.of("account|" + SITE + "|mat.account"),
            keys.of("account|" + SITE + "|" + LATER_ACCOUNT),
            keys.of("mbox|mailto:" + SecretClass.SECRET_MAIL));
    List<String> found = new ArrayList<>();
    for (String part : List.of("warehouse", "published")) {
      found.addAll(StoredBytes.find(folder.resolve(part), WORDS, own));
    }
    found.removeIf(line -> line.contains("/erasure/"));
    return found;
  }

  private JsonNode counts() throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve("published/latest/manifest.json").toFile())
        .get("counts");
  }

  private void later(String account, String name, String object) {
    int number = 900 + object.length() + account.length();
    String statement =
        CommandLines.STATEMENT
            .replace(
                "7ccd3322-e1a5-411a-a67d-6a735c76f101",
                "7ccd3322-e1a5-411a-a67d-6a735c76f" + number)
            .replace("https://lms.example.org/c\"", SITE + "/course/view.php?id=1\"")
            .replace("https://lms.example.org/page/1", object)
            .replace("https://lms.example.org", SITE)
            .replace(
                "\"name\":\"an\"}}", "\"name\":\"" + account + "\"},\"name\":\"" + name + "\"}")
            .replace("\"2026-09-07T", "\"2026-09-18T");
    try {
      Path file = Files.createDirectories(folder.resolve("statements/later")).resolve("two.ndjson");
      Files.writeString(file, statement, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderIsNotCalledAsThePersonInWhatIsStoredOrPublished() throws IOException {
    assertThat(found()).isEmpty();
    // A refused record of somebody else keeps its words wherever it lies.
    Path own = folder.resolve("statements/" + SecretClass.SECRET + "/two.ndjson");
    Files.writeString(own, "{\"actor\":\"of somebody else\"}\n");
    run("run", "--as-of", AS_OF).done();
    assertThat(found()).isEmpty();
    assertThat(counts().get("rejected").asLong()).isEqualTo(5);
    // Read again from the beginning: the file is there, whatever its path reads like in the lake.
    Path configuration = folder.resolve("chuyencan.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replace("key: khoa-rieng", "key: khoa-rieng, zone: Asia/Tokyo"));
    run("run", "--as-of", AS_OF).done();
    assertThat(found()).isEmpty();
  }

  @Test
  void whatOthersDidWithThePersonsPageTellsNotWhosePageItIs() {
    later("thaygiao", "Thầy Giáo", SITE + "/user/" + SecretClass.SECRET_MAIL);
    later("mo.account", "Trần Mở", SITE + "/files/" + SecretClass.SECRET + "/bai.pdf");
    run("run", "--as-of", AS_OF).done();
    assertThat(found()).isEmpty();
  }

  @Test
  void anAccountThatARegisterGivesThePersonLaterIsThePersons() throws IOException {
    long before = counts().get("accepted").asLong();
    Files.writeString(
        folder.resolve("registers/identity.csv"),
        SecretClass.SECRET + ",account," + SITE + "," + LATER_ACCOUNT + "\n",
        StandardOpenOption.APPEND);
    later(LATER_ACCOUNT, SecretClass.SECRET_NAME, SITE + "/page/7");
    run("run", "--as-of", AS_OF).done();
    assertThat(found()).isEmpty();
    assertThat(counts().get("accepted").asLong()).isEqualTo(before);
    assertThat(counts().get("out_of_scope").asLong()).isEqualTo(1);
  }
}
