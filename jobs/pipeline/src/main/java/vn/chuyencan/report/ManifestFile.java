package vn.chuyencan.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The manifest as {@code manifest.json}: UTF-8, snake_case, the same bytes for equal manifests. */
public final class ManifestFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new DateReader()))
          .build();

  private ManifestFile() {}

  /** The manifest's bytes. */
  static byte[] bytes(Manifest manifest) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return (JSON.writer(printer).writeValueAsString(manifest) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The manifest of a publication.
   *
   * @param publication the folder that holds {@code manifest.json}, such as {@code
   *     published/latest}
   * @throws IOException when there is none or it cannot be read
   */
  public static Manifest read(Path publication) throws IOException {
    return JSON.readValue(
        Files.readString(publication.resolve(Manifest.FILE), StandardCharsets.UTF_8),
        Manifest.class);
  }

  private static final class DateReader extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }
}
