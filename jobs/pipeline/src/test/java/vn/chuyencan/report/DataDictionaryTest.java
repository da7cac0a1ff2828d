package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.Golden;
import vn.chuyencan.testing.Repository;

class DataDictionaryTest {
  private static final Path SCHEMAS = Repository.root().resolve("schemas");

  @Test
  void theCommittedDictionaryIsThatOfTheSchemas() throws IOException {
    Golden.assertSame(
        SCHEMAS.resolve("README.md"),
        DataDictionary.markdown(SCHEMAS).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names() {
    return Stream.concat(Tables.names().stream(), Tables.requested().stream()).toList();
  }

  @Test
  void everyColumnOfEveryTableIsTold() throws IOException {
    String markdown = DataDictionary.markdown(SCHEMAS);
    for (String name : names()) {
      TableContract table = TableContract.of(name);
      assertThat(markdown).contains("### `" + name + "`", table.grain().vietnamese());
      for (TableColumn column : table.columns()) {
        assertThat(markdown)
            .contains("| `" + column.name() + "` | " + column.label().vietnamese())
            .contains(column.meaning().english());
      }
    }
  }

  @Test
  void registersAndVocabulariesAreToldWhereTheyAre(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    for (String name : names()) {
      String file = "tables/" + name + ".json";
      Files.copy(SCHEMAS.resolve(file), folder.resolve(file));
    }
    assertThat(DataDictionary.markdown(folder)).doesNotContain("## Registers", "## Vocabularies");

    Files.createDirectories(folder.resolve("registers"));
    Files.writeString(
        folder.resolve("registers/learner.json"),
        """
        {"title": "Register of persons", "x-title-vi": "Sổ người", "description": "One person.",
         "x-description-vi": "Một người.", "x-key": ["learner_id"], "required": ["learner_id"],
         "properties": {
           "learner_id": {"type": "string", "x-label-vi": "Mã", "x-label-en": "Id",
             "description": "The id.", "x-description-vi": "Mã số.", "x-unit": "identifier",
             "x-law": ["X-ID-1"], "examples": ["a|b"]},
           "note": {"type": "string", "enum": ["yes", "no"], "x-label-vi": "Ghi chú",
             "x-label-en": "Note", "description": "A note.", "x-description-vi": "Ghi chú."}}}
        """);
    Files.createDirectories(folder.resolve("vocabulary"));
    Files.writeString(
        folder.resolve("vocabulary/origins.json"),
        """
        {"title": "Origins", "values": [{"value": "cron", "vi": "Định kỳ", "en": "A timer"}]}
        """);

    assertThat(DataDictionary.markdown(folder))
        .contains(
            "### `registers/learner.csv`\n\n**Sổ người** · **Register of persons**\n\nMột người.",
            "| `learner_id` | Mã · Id | `string` | identifier | Mã số.<br>The id. |  | X-ID-1 |"
                + " `a\\|b` |",
            "| `note` | Ghi chú · Note | `string`, may be empty |  | Ghi chú.<br>A note.<br>`yes`"
                + " `no` |",
            "### `vocabulary/origins.json`\n\n**Origins**\n\n",
            "| `cron` | Định kỳ | A timer |");
  }
}
