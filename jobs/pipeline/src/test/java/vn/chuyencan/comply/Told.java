package vn.chuyencan.comply;

/** A finding in one line, so that a test can say all that matters of it at once. */
final class Told {

  private Told() {}

  /**
   * What a rule finds of a scope: {@code status value [detail] -missing}, each where there is one.
   *
   * @param rule its number, such as C30-6.2
   */
  static String of(Facts facts, String rule, String scope) {
    Indicator found = facts.judge(rule).get(scope);
    if (found == null) {
      return "no such scope";
    }
    return (found.status() == null ? "-" : found.status().name())
        + (found.value() == null ? "" : " " + found.value().stripTrailingZeros().toPlainString())
        + (found.detail().isEmpty() ? "" : " [" + found.detail() + "]")
        + (found.missing().isEmpty() ? "" : " -" + found.missing());
  }
}
