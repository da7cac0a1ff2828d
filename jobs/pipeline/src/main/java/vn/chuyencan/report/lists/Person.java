package vn.chuyencan.report.lists;

import java.text.Normalizer;
import java.util.Objects;

/**
 * A learner as lists name them.
 *
 * @param learnerId the institution's identifier; it tells two people of one name apart
 * @param fullName full name in NFC; empty when nothing tells it
 */
public record Person(String learnerId, String fullName) {

  public Person {
    Objects.requireNonNull(learnerId, "learnerId");
    fullName = Normalizer.normalize(fullName, Normalizer.Form.NFC).strip();
  }
}
