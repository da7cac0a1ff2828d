package vn.chuyencan.source.export;

/**
 * A person as a report names one; what it does not say is null.
 *
 * @param firstName given name
 * @param lastName family name
 * @param email mail address, the one thing that nearly all reports have
 * @param idNumber the institution's number
 */
public record ReportPerson(String firstName, String lastName, String email, String idNumber) {
  /** Whether it can be told who it is: the line of averages at the end of a report is nobody. */
  public boolean known() {
    return email != null || idNumber != null || (firstName != null && lastName != null);
  }
}
