package vn.chuyencan.xapi.vocabulary;

import java.util.Set;

/** Where a record comes from; only {@link #STATEMENT} is counted as the actor's activity. */
public final class Origin {
  /** An act of the actor. */
  public static final String STATEMENT = "statement";

  /** Done by a scheduled job, by no person. */
  public static final String CRON = "cron";

  /** An act of another person upon the actor: enrolment, grading. */
  public static final String OTHER_PERSON = "other_person";

  /** An act of an administrator or teacher under the actor's name. */
  public static final String LOGIN_AS = "login_as";

  /** A statement about a statement: its object is a reference or a sub-statement. */
  public static final String REFERENCE = "reference";

  /** The actor is a group without an identifier, or somebody who must not be known. */
  public static final String ANONYMOUS = "anonymous";

  /** All origins. */
  public static final Set<String> ALL =
      Set.of(STATEMENT, CRON, OTHER_PERSON, LOGIN_AS, REFERENCE, ANONYMOUS);

  private Origin() {}
}
