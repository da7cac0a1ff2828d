package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A policy's file, read once: the policy as it stands, as it reads for a course run that gives
 * parameters other values, and each of its variants of either.
 */
public final class PolicyReadings {
  private final YamlDocument document;
  private final Policy policy;
  private final Map<Map<String, String>, Policy> read;

  private PolicyReadings(
      YamlDocument document, Policy policy, Map<Map<String, String>, Policy> read) {
    this.document = document;
    this.policy = policy;
    this.read = read;
  }

  /**
   * The readings of a policy file.
   *
   * @param file how messages call the file
   * @throws PipelineException all faults of the text and of its variants, by line
   */
  static PolicyReadings of(String file, String text) {
    YamlDocument document = YamlDocument.of(file, YamlCodes.POLICY, text);
    List<Fault> faults = new ArrayList<>();
    String hash = CanonicalJson.digest(document.root());
    Policy policy = PolicyLoader.read(document, hash, Map.of(), faults);
    Map<Map<String, String>, Policy> read = new HashMap<>();
    if (faults.isEmpty()) {
      for (int index = 0; index < policy.variants().size(); index++) {
        Policy.Variant variant = policy.variants().get(index);
        read.put(Map.copyOf(variant.changes()), variant(document, hash, variant, index, faults));
      }
    }
    refuse(faults);
    return new PolicyReadings(document, policy, read);
  }

  /** The policy under a variant; what it makes wrong elsewhere is told where the variant stands. */
  private static Policy variant(
      YamlDocument document, String hash, Policy.Variant variant, int index, List<Fault> faults) {
    String place = "/variants/" + index + "/changes";
    List<Fault> own = new ArrayList<>();
    Policy policy = PolicyLoader.read(document, hash, shaped(document, variant.changes()), own);
    for (Fault fault : own) {
      faults.add(
          new Fault(
              fault.code(),
              fault.file(),
              document.line(place),
              YamlDocument.path(place),
              fault.arguments()));
    }
    return policy;
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new PipelineException(
          faults.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList());
    }
  }

  /** The policy as it stands. */
  public Policy policy() {
    return policy;
  }

  /**
   * The policy with other values of some of its parameters.
   *
   * @param instead values by the parameters' names; the items of a list separated by spaces
   * @throws PipelineException {@code POLICY_PARAMETER_INVALID}, or what the values make wrong
   */
  public synchronized Policy policy(Map<String, String> instead) {
    if (instead.isEmpty()) {
      return policy;
    }
    Map<String, String> key = Map.copyOf(instead);
    Policy known = read.get(key);
    if (known == null) {
      List<Fault> faults = faults(key);
      refuse(faults);
      known = PolicyLoader.read(document, policy.hash(), shaped(document, key), faults);
      refuse(faults);
      read.put(key, known);
    }
    return known;
  }

  private List<Fault> faults(Map<String, String> instead) {
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, String> value : new TreeMap<>(instead).entrySet()) {
      if (PolicyParameters.shaped(document, value.getKey(), value.getValue()).isEmpty()) {
        faults.add(
            Fault.at(
                ErrorCode.POLICY_PARAMETER_INVALID,
                document.file(),
                document.line("/parameters"),
                value.getKey(),
                value.getKey(),
                value.getValue(),
                PolicyParameters.shape(document, value.getKey())));
      }
    }
    return faults;
  }

  /**
   * The policy under one of its variants, for a course run.
   *
   * @param instead values that the course run gives parameters; the variant's own prevail
   */
  public Policy policy(Policy.Variant variant, Map<String, String> instead) {
    Map<String, String> all = new LinkedHashMap<>(instead);
    all.putAll(variant.changes());
    return policy(all);
  }

  /** Those of the values that are the policy's, by name. */
  public Map<String, String> own(Map<String, String> values) {
    Map<String, String> own = new TreeMap<>(values);
    own.keySet().retainAll(policy.parameters().keySet());
    return own;
  }

  private static Map<String, JsonNode> shaped(YamlDocument document, Map<String, String> texts) {
    return new VariantReader(document).shaped(texts).orElseThrow();
  }
}
