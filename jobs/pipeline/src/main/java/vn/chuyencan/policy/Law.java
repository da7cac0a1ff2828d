package vn.chuyencan.policy;

import java.util.Objects;

/**
 * The sentence of law behind a criterion.
 *
 * @param id its number in the requirements, such as {@code FC-LT.2}
 * @param citation its words in Vietnamese, verbatim; empty when a clause only follows from others
 */
public record Law(String id, String citation) {

  public Law {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(citation, "citation");
  }
}
