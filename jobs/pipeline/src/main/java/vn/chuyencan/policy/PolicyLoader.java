package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import vn.chuyencan.model.ReviewCase;

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
   * @param hash SHA-256 of the document in canonical form
   * @param instead values that stand in for parameters of the file
   * @param faults every fault is added to it; unless none is, the policy may not be used
   */
  static Policy read(
      YamlDocument document, String hash, Map<String, JsonNode> instead, List<Fault> faults) {
    List<Fault> found = new ArrayList<>();
    YamlDocument resolved = PolicyParameters.resolve(document, instead, found);
    List<Fault> unresolved = List.copyOf(found);
    Policy policy = read(resolved, hash, found);
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
   * What is wrong with the versions of one policy that stand side by side: none of them is in force
   * yet, or two are on one day. One whose last day has passed still decides in the course runs that
   * opened under it.
   */
  public static List<Fault> faultsOfVersions(List<Policy> versions, LocalDate day) {
    List<Fault> faults = new ArrayList<>();
    List<Policy> inOrder =
        versions.stream().sorted(Comparator.comparing(Policy::inForceFrom)).toList();
    if (inOrder.get(0).inForceFrom().isAfter(day)) {
      faults.add(notInForce(inOrder.get(0), day));
    }
    for (int next = 1; next < inOrder.size(); next++) {
      Policy earlier = inOrder.get(next - 1);
      Policy later = inOrder.get(next);
      if (earlier.inForceOn(later.inForceFrom())) {
        faults.add(
            Fault.of(
                ErrorCode.POLICY_VERSIONS_OVERLAP,
                later.id(),
                earlier.version(),
                later.version(),
                later.inForceFrom().toString()));
      }
    }
    return faults;
  }

  private static Fault notInForce(Policy policy, LocalDate day) {
    return Fault.of(
        ErrorCode.POLICY_NOT_IN_FORCE,
        policy.id(),
        policy.inForceFrom().toString(),
        policy.inForceTo().map(LocalDate::toString).orElse("…"),
        day.toString());
  }

  private static Policy read(YamlDocument document, String hash, List<Fault> faults) {
    YamlCursor root = YamlCursor.root(document, faults);
    root.onlyKeys(
        "id",
        "version",
        "title",
        "in_force",
        "parameters",
        "reasons",
        "derived",
        "certificates",
        "variants");
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
    Derivations derived = DerivationReader.read(root);
    return new Policy(
        HeaderReader.id(root),
        root.text("version", "1.0.0"),
        hash,
        HeaderReader.labels(root, "title"),
        from,
        to,
        PolicyParameters.texts(document),
        reasons,
        derived,
        certificates(root, new CriterionReader(reasons.keySet(), derived)),
        new VariantReader(document).read(root));
  }

  private static List<Policy.Certificate> certificates(YamlCursor root, CriterionReader reader) {
    List<Policy.Certificate> certificates = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlCursor cursor : root.mappings("certificates", "[{id: …, criteria: …}]")) {
      cursor.onlyKeys("id", "title", "hours", "criteria");
      String id = HeaderReader.id(cursor);
      Integer first = lines.putIfAbsent(id, cursor.line("id"));
      if (first != null && !id.isEmpty()) {
        cursor.fault(ErrorCode.POLICY_CRITERION_TWICE, "id", id, Integer.toString(first));
      }
      if (id.equals(ReviewCase.INTEGRITY)) {
        cursor.invalid("id", "overall | theory | practice | …");
      }
      certificates.add(
          new Policy.Certificate(
              id,
              HeaderReader.labels(cursor, "title"),
              HeaderReader.hours(cursor),
              reader.certificate(cursor)));
      PolicyReferences.check(cursor);
    }
    return certificates;
  }
}
