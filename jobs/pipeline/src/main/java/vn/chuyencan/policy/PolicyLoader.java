package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Loads policies. A file that is wrong is refused with all its faults at once, each with its line
 * ({@code schemas/policies/policy.schema.json} says what a file may hold).
 */
public final class PolicyLoader {
  private static final String FOLDER = "/vn/chuyencan/schemas/policies/";

  private PolicyLoader() {}

  /** The names of the policies that come with the product. */
  public static List<String> bundledNames() {
    try (InputStream index = PolicyLoader.class.getResourceAsStream(FOLDER + "index.json")) {
      return List.of(new ObjectMapper().readValue(index, String[].class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A policy by its bundled name, or by the path of a file.
   *
   * @param base the folder from which a relative path counts
   * @throws PipelineException {@code POLICY_NOT_FOUND}, or all faults of the file
   */
  public static Policy load(String nameOrPath, Path base) {
    if (bundledNames().contains(nameOrPath)) {
      return bundled(nameOrPath);
    }
    Path path = base.resolve(nameOrPath);
    if (!Files.isRegularFile(path)) {
      throw new PipelineException(
          Fault.of(ErrorCode.POLICY_NOT_FOUND, nameOrPath, String.join(", ", bundledNames())));
    }
    return fromBytes(nameOrPath, bytes(nameOrPath, path));
  }

  private static byte[] bytes(String name, Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new PipelineException(
          Fault.of(ErrorCode.POLICY_NOT_FOUND, name, String.join(", ", bundledNames())),
          unreadable);
    }
  }

  /**
   * A bundled policy.
   *
   * @throws PipelineException {@code POLICY_NOT_FOUND}
   */
  public static Policy bundled(String name) {
    String file = name + ".yaml";
    try (InputStream stream = PolicyLoader.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new PipelineException(
            Fault.of(ErrorCode.POLICY_NOT_FOUND, name, String.join(", ", bundledNames())));
      }
      return fromBytes(file, stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Policy fromBytes(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return fromText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new PipelineException(
          Fault.at(ErrorCode.POLICY_NOT_YAML, file, 0, "", "UTF-8"), notUtf8);
    }
  }

  /**
   * A policy from the text of its file.
   *
   * @param file how messages call the file
   * @throws PipelineException all faults of the text, by line
   */
  public static Policy fromText(String file, String text) {
    YamlDocument document = YamlDocument.of(file, YamlCodes.POLICY, text);
    List<Fault> faults = new ArrayList<>();
    YamlDocument resolved = PolicyParameters.resolve(document, faults);
    List<Fault> unresolved = List.copyOf(faults);
    Policy policy = read(resolved, CanonicalJson.digest(document.root()), faults);
    if (!faults.isEmpty()) {
      throw new PipelineException(
          faults.stream()
              .distinct()
              .filter(fault -> !follows(fault, unresolved))
              .sorted(Comparator.comparingInt(Fault::line))
              .toList());
    }
    return policy;
  }

  /** Whether it is only the consequence of a parameter that does not exist. */
  private static boolean follows(Fault fault, List<Fault> unresolved) {
    return unresolved.stream()
        .anyMatch(
            first ->
                first.line() == fault.line()
                    && first.column().equals(fault.column())
                    && !first.equals(fault));
  }

  /**
   * Refuses a policy on a day on which it is not in force.
   *
   * @throws PipelineException {@code POLICY_NOT_IN_FORCE}
   */
  public static void requireInForce(Policy policy, LocalDate day) {
    if (!policy.inForceOn(day)) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.POLICY_NOT_IN_FORCE,
              policy.id(),
              policy.inForceFrom().toString(),
              policy.inForceTo().map(LocalDate::toString).orElse("…"),
              day.toString()));
    }
  }

  private static Policy read(YamlDocument document, String hash, List<Fault> faults) {
    YamlCursor root = YamlCursor.root(document, faults);
    root.onlyKeys("id", "version", "title", "in_force", "parameters", "reasons", "certificates");
    YamlCursor inForce = root.mapping("in_force", "{from: 2026-09-07}");
    inForce.onlyKeys("from", "to");
    LocalDate from = inForce.date("from");
    Optional<LocalDate> to = inForce.optionalDate("to");
    if (to.isPresent() && to.get().isBefore(from)) {
      inForce.invalid("to", "≥ " + from);
    }
    Map<String, Labels> reasons = new LinkedHashMap<>();
    root.optionalMapping("reasons")
        .ifPresent(
            cursor ->
                cursor
                    .keys()
                    .forEach(code -> reasons.put(code, HeaderReader.labels(cursor, code))));
    return new Policy(
        HeaderReader.id(root),
        root.text("version", "1.0.0"),
        hash,
        HeaderReader.labels(root, "title"),
        from,
        to,
        PolicyParameters.read(root),
        reasons,
        certificates(root, new CriterionReader(reasons.keySet())));
  }

  private static List<Policy.Certificate> certificates(YamlCursor root, CriterionReader reader) {
    List<Policy.Certificate> certificates = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlCursor cursor : root.mappings("certificates", "[{id: …, criteria: …}]")) {
      cursor.onlyKeys("id", "title", "criteria");
      String id = HeaderReader.id(cursor);
      Integer first = lines.putIfAbsent(id, cursor.line("id"));
      if (first != null && !id.isEmpty()) {
        cursor.fault(ErrorCode.POLICY_CRITERION_TWICE, "id", id, Integer.toString(first));
      }
      certificates.add(
          new Policy.Certificate(
              id, HeaderReader.labels(cursor, "title"), reader.certificate(cursor)));
      PolicyReferences.check(cursor);
    }
    return certificates;
  }
}
