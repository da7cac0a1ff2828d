package vn.chuyencan.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of one or more certificates, as loaded from a policy file.
 *
 * @param id name of the policy
 * @param version version that its author gave it
 * @param hash SHA-256 of its content in canonical form: layout and comments do not count
 * @param title what readers call it
 * @param inForceFrom first day on which it applies
 * @param inForceTo last day on which it applies; empty when it has no end
 * @param parameters named values that its criteria use, as written
 * @param reasons what the codes of reviews and flags mean
 * @param certificates its certificates, each decided on its own
 * @param variants other readings of the same rules that are looked at beside this one
 */
public record Policy(
    String id,
    String version,
    String hash,
    Labels title,
    LocalDate inForceFrom,
    Optional<LocalDate> inForceTo,
    SortedMap<String, String> parameters,
    Map<String, Labels> reasons,
    List<Certificate> certificates,
    List<Variant> variants) {

  /**
   * Another reading of the rules, told by what it changes: the same policy with other values of
   * some of its parameters.
   *
   * @param id name of the variant
   * @param title what readers call it
   * @param law the ambiguity that it resolves otherwise, such as {@code FC-X.9}
   * @param changes values of parameters by name, as text
   */
  public record Variant(String id, Labels title, String law, SortedMap<String, String> changes) {

    public Variant {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(law, "law");
      changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }
  }

  /**
   * One certificate: all its criteria together, after its clauses.
   *
   * @param id {@code overall}, {@code theory} …
   * @param title what readers call it
   * @param criteria criteria and clauses in the order in which they are read
   */
  public record Certificate(String id, Labels title, List<Criterion> criteria) {

    public Certificate {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      criteria = List.copyOf(criteria);
    }
  }

  public Policy {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(hash, "hash");
    reasons = Map.copyOf(reasons);
    certificates = List.copyOf(certificates);
    variants = List.copyOf(variants);
  }

  /** Whether it applies on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && inForceTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The variant of that id, when there is one. */
  public Optional<Variant> variant(String variantId) {
    return variants.stream().filter(one -> one.id().equals(variantId)).findFirst();
  }

  /** The certificate of that id, when there is one. */
  public Optional<Certificate> certificate(String certificateId) {
    return certificates.stream().filter(one -> one.id().equals(certificateId)).findFirst();
  }
}
