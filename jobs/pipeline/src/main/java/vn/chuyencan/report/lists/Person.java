package vn.chuyencan.report.lists;

import java.util.Objects;
import vn.chuyencan.model.PrintedName;

/**
 * A learner as lists name them.
 *
 * @param learnerId the institution's identifier; it tells two people of one name apart
 * @param fullName full name as it is printed; empty when nothing tells it
 */
public record Person(String learnerId, String fullName) {

  public Person {
    Objects.requireNonNull(learnerId, "learnerId");
    fullName = PrintedName.of(fullName);
  }
}
