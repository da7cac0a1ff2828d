package vn.chuyencan.policy;

import java.util.Objects;
import vn.chuyencan.error.Language;

/** One text in both languages. */
public record Labels(String vietnamese, String english) {

  public Labels {
    Objects.requireNonNull(vietnamese, "vietnamese");
    Objects.requireNonNull(english, "english");
  }

  /** The text in that language. */
  public String in(Language language) {
    return switch (language) {
      case VI -> vietnamese;
      case EN -> english;
    };
  }
}
