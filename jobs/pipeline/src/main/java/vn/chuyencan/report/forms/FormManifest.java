package vn.chuyencan.report.forms;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.chuyencan.report.Sha256;

/** What a report vouches for, as {@code manifest.json}: of what time it is, and digests. */
final class FormManifest {
  static final String FILE = "manifest.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormManifest() {}

  static byte[] bytes(FormReport report, Map<String, byte[]> files) {
    FormReport.Subject subject = report.subject();
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("format", 1);
    manifest.put("form", subject.form());
    ArrayNode law = manifest.putArray("law");
    subject.law().forEach(law::add);
    manifest.put("scope", subject.scope());
    manifest.put("year", subject.year());
    manifest.put("cut_off", subject.cutOff().toString());
    manifest.put("complete", subject.complete());
    manifest.put("draft", !report.draft().isEmpty());
    manifest.put("errors", subject.errors());
    manifest.put("warnings", subject.warnings());
    manifest.put("code_version", subject.codeVersion());
    ArrayNode listed = manifest.putArray("files");
    files.forEach(
        (name, content) ->
            listed
                .addObject()
                .put("name", name)
                .put("bytes", content.length)
                .put("sha256", Sha256.of(content)));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return (JSON.writer(printer).writeValueAsString(manifest) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException onlyMemoryIsWritten) {
      throw new UncheckedIOException(onlyMemoryIsWritten);
    }
  }
}
