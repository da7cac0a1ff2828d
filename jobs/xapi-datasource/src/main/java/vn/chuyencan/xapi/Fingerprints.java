package vn.chuyencan.xapi;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * Of which things that are never kept a fingerprint is kept, and under which secret. Travels to
 * tasks; {@link Fingerprinter} takes them.
 */
public final class Fingerprints implements Serializable {
  private static final long serialVersionUID = 1L;

  /** None is kept. */
  public static final Fingerprints NONE = new Fingerprints(new byte[0], Set.of());

  private final byte[] secret;
  private final EnumSet<Thing> things;

  /** Of what a fingerprint may be kept. */
  public enum Thing {
    /** The network address from which somebody acted. */
    ADDRESS,
    /** The text of a post. */
    TEXT
  }

  private Fingerprints(byte[] secret, Set<Thing> things) {
    this.secret = secret.clone();
    this.things = things.isEmpty() ? EnumSet.noneOf(Thing.class) : EnumSet.copyOf(things);
  }

  /** Fingerprints of these things under a secret, which must not be empty unless there are none. */
  public static Fingerprints of(byte[] secret, Set<Thing> things) {
    return things.isEmpty() ? NONE : new Fingerprints(secret, things);
  }

  /** Whether a fingerprint of that is kept. */
  public boolean wants(Thing thing) {
    return things.contains(thing);
  }

  /** Whether none is kept; what travelled to a task is another object than {@link #NONE}. */
  boolean isNone() {
    return things.isEmpty();
  }

  byte[] secret() {
    return secret.clone();
  }

  /** Without the secret, so that it may be logged. */
  @Override
  public String toString() {
    return "Fingerprints" + things;
  }
}
