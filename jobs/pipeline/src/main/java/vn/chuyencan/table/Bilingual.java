package vn.chuyencan.table;

import java.util.Objects;
import vn.chuyencan.error.Language;

/**
 * One text in the two languages of the product.
 *
 * @param vietnamese the text as a Vietnamese reader reads it
 * @param english the text as an English reader reads it
 */
public record Bilingual(String vietnamese, String english) {

  public Bilingual {
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
