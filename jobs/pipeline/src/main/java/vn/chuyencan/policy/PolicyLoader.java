package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
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
   * A bundled policy, or that of a file.
   *
   * @param nameOrPath a bundled name, or an absolute path
   * @throws PipelineException {@code POLICY_NOT_FOUND}, or all faults of the file
   */
  public static Policy load(String nameOrPath) {
    return PolicyText.of(nameOrPath).policy();
  }

  /**
   * A policy from the text of its file.
   *
   * @param file how messages call the file
   * @throws PipelineException all faults of the text, by line
   */
  public static Policy fromText(String file, String text) {
    return PolicyReadings.of(file, text).policy(Map.of());
  }

  /**
   * A policy from its document.
   *
   * @param instead values that stand in for parameters of the file
   * @param faults every fault is added to it; unless none is, the policy may not be used
   */
  static Policy read(YamlDocument document, Map<String, JsonNode> instead, List<Fault> faults) {
    List<Fault> found = new ArrayList<>();
    YamlDocument resolved = PolicyParameters.resolve(document, instead, found);
    List<Fault> unresolved = List.copyOf(found);
    Policy policy = read(resolved, CanonicalJson.digest(document.root()), found);
    found.stream().distinct().filter(fault -> !follows(fault, unresolved)).forEach(faults::add);
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
    root.onlyKeys(
        "id", "version", "title", "in_force", "parameters", "reasons", "certificates", "variants");
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
    PolicyParameters.check(root, document);
    return new Policy(
        HeaderReader.id(root),
        root.text("version", "1.0.0"),
        hash,
        HeaderReader.labels(root, "title"),
        from,
        to,
        PolicyParameters.texts(document),
        reasons,
        certificates(root, new CriterionReader(reasons.keySet())),
        new VariantReader(document).read(root));
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
