package vn.chuyencan.model;

import java.util.List;
import java.util.Locale;

/** What a learner hands in (FC-TT.10). */
public enum Artefact {
  /** The sample product. */
  PRODUCT,
  /** The solution of the given situation. */
  SITUATION,
  /** Something else, or what it is is said of the activity in which it is handed in. */
  OTHER;

  /** What every learner has to hand in. */
  public static final List<Artefact> REQUIRED = List.of(PRODUCT, SITUATION);

  /** How the registers write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
