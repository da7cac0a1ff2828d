package vn.chuyencan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

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
    List<Certificate> certificates) {

  /**
   * One certificate: all its criteria together, after its clauses.
   *
   * @param id {@code overall}, {@code theory} …
   * @param title what readers call it
   * @param hours hours of training that it certifies; empty when its text names none
   * @param criteria criteria and clauses in the order in which they are read
   */
  public record Certificate(String id, Labels title, OptionalInt hours, List<Criterion> criteria) {

    public Certificate {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(hours, "hours");
      criteria = List.copyOf(criteria);
    }
  }

  public Policy {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(hash, "hash");
    reasons = Map.copyOf(reasons);
    certificates = List.copyOf(certificates);
  }

  /** Whether it applies on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && inForceTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** The certificate of that id, when there is one. */
  public Optional<Certificate> certificate(String certificateId) {
    return certificates.stream().filter(one -> one.id().equals(certificateId)).findFirst();
  }
}
