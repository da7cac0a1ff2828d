package vn.chuyencan.comply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.chuyencan.policy.YamlCodes;
import vn.chuyencan.policy.YamlDocument;

/** The regulations and forms that come with the product. */
public final class Regulations {
  private static final String FOLDER = "/vn/chuyencan/schemas/";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private Regulations() {}

  /** What all regulations have in common: views only, no rules. */
  static Regulation common() {
    return read("regulations/common.yaml", Regulation.class);
  }

  /** All regulations, in the order in which reports tell of them. */
  public static List<Regulation> all() {
    return Read.ALL;
  }

  /** They come with the build and are read once. */
  private static final class Read {
    private static final List<Regulation> ALL =
        names("regulations").stream().map(Regulations::regulation).toList();
  }

  /** A regulation with the views and rules of its parts after its own. */
  private static Regulation regulation(String name) {
    ObjectNode whole = (ObjectNode) tree("regulations/" + name + ".yaml");
    JsonNode parts = whole.remove("parts");
    if (parts != null) {
      for (JsonNode part : parts) {
        JsonNode of = tree("regulations/" + name + "/" + part.asText() + ".yaml");
        for (String list : List.of("views", "rules")) {
          whole.withArrayProperty(list).addAll(of.withArrayProperty(list));
        }
      }
    }
    return as(name, whole, Regulation.class);
  }

  static List<String> names(String folder) {
    try {
      return List.of(MAPPER.readValue(text(folder + "/index.json"), String[].class));
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static <T> T read(String file, Class<T> type) {
    return as(file, tree(file), type);
  }

  private static JsonNode tree(String file) {
    return YamlDocument.of(file, YamlCodes.POLICY, text(file)).root();
  }

  private static <T> T as(String file, JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(file + ": " + broken.getOriginalMessage(), broken);
    }
  }

  static String text(String file) {
    try (InputStream stream = Regulations.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("this build lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
