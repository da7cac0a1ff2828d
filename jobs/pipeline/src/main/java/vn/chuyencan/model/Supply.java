package vn.chuyencan.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * Something that is missing, and who must supply it.
 *
 * @param input code of what is missing, such as {@code assessment_attempt.mark}
 * @param register the register that would hold it; empty when none would
 * @param vietnamese what is missing and who must supply it, in Vietnamese
 * @param english the same in English
 */
public record Supply(String input, String register, String vietnamese, String english)
    implements Serializable {

  public Supply {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(register, "register");
    Objects.requireNonNull(vietnamese, "vietnamese");
    Objects.requireNonNull(english, "english");
  }
}
