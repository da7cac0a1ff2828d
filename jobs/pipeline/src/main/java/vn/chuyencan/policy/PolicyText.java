package vn.chuyencan.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A policy as it is written, so that it can travel to where decisions are made and be read there.
 *
 * @param file how messages call it
 * @param text its YAML
 */
public record PolicyText(String file, String text) implements Serializable {
  private static final String FOLDER = "/vn/chuyencan/schemas/policies/";

  /** Each text is read once: reading checks all variants, and a night asks for it several times. */
  private static final Map<PolicyText, PolicyReadings> READ = new ConcurrentHashMap<>();

  /**
   * The text of a bundled policy or of a file.
   *
   * @param nameOrPath a bundled name, or an absolute path
   * @throws PipelineException {@code POLICY_NOT_FOUND}, {@code POLICY_NOT_YAML}
   */
  public static PolicyText of(String nameOrPath) {
    boolean bundled = PolicyLoader.bundledNames().contains(nameOrPath);
    String file = bundled ? nameOrPath + ".yaml" : nameOrPath;
    try {
      byte[] bytes = bundled ? resource(file) : Files.readAllBytes(Path.of(nameOrPath));
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new PolicyText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new PipelineException(
          Fault.at(ErrorCode.POLICY_NOT_YAML, file, 0, "", "UTF-8"), notUtf8);
    } catch (IOException absent) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.POLICY_NOT_FOUND,
              nameOrPath,
              String.join(", ", PolicyLoader.bundledNames())),
          absent);
    }
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream stream = PolicyText.class.getResourceAsStream(FOLDER + file)) {
      return stream.readAllBytes();
    }
  }

  /**
   * The policy.
   *
   * @throws PipelineException all faults of the text, by line
   */
  public Policy policy() {
    return readings().policy();
  }

  /**
   * The policy with other values of some of its parameters, as a course run or a variant gives
   * them.
   *
   * @param instead values by the parameters' names; the items of a list separated by spaces
   * @throws PipelineException all faults of the text, or {@code POLICY_PARAMETER_INVALID}
   */
  public Policy policy(Map<String, String> instead) {
    return readings().policy(instead);
  }

  /**
   * The policy with all its variants, read once for many uses.
   *
   * @throws PipelineException all faults of the text, by line
   */
  public PolicyReadings readings() {
    return READ.computeIfAbsent(this, one -> PolicyReadings.of(one.file(), one.text()));
  }
}
