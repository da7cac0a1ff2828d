package vn.chuyencan.job.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import vn.chuyencan.error.Language;

/** The text of a configuration file, with comments that tell what a person must look at. */
public final class DraftText {
  /** The file's name. */
  public static final String FILE = "chuyencan.yaml";

  private DraftText() {}

  /**
   * The text of the file.
   *
   * @throws vn.chuyencan.error.PipelineException if a source is none
   */
  public static String of(DraftRequest request) {
    List<DraftedSource> sources = SourceGuess.of(request);
    String entries =
        sources.stream().map(source -> "  - " + source.yaml() + "\n").collect(Collectors.joining());
    boolean vietnamese = request.language() == Language.VI;
    String name =
        request.name().orElse(vietnamese ? "Tên cơ sở đào tạo" : "Name of the institution");
    return template(request.language())
        .replace("@id@", request.institution().orElse("my-institution"))
        .replace("@name@", DraftedSource.quoted(name))
        .replace("@zone@", request.zone().getId())
        .replace("@sources@\n", entries);
  }

  private static String template(Language language) {
    String resource = "configuration_" + language.code() + ".yaml";
    try (InputStream stream = DraftText.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
