package vn.chuyencan.xapi.rules;

/** A statement breaks a rule. It carries no stack trace: bad records are ordinary. */
public final class RuleViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final Reason reason;

  /** A broken rule, told with the place in the statement. */
  public RuleViolation(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** A broken rule, told with the place in the statement and the value found there. */
  public RuleViolation(Reason reason, String place, String expected, Object found) {
    this(reason, place + " is " + shortened(found) + ", not " + expected + ".");
  }

  /** Which rule. */
  public Reason reason() {
    return reason;
  }

  private static String shortened(Object found) {
    String text = String.valueOf(found);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
