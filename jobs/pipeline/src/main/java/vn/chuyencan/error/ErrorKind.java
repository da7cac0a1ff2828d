package vn.chuyencan.error;

/** Whose business an error is, and the exit status (DESIGN 7) that tells a scheduler so. */
public enum ErrorKind {
  /** A bug of this product. */
  INTERNAL(1),
  /** The command line was used wrongly. */
  USAGE(2),
  /** Configuration, policy or register is invalid. */
  INVALID(3),
  /** The data gate is closed: too much was rejected, or the equation of a batch is broken. */
  GATE(4),
  /** A source or destination cannot be reached. */
  UNREACHABLE(5),
  /** Another run holds the lock. */
  LOCKED(6);

  private final int exitStatus;

  ErrorKind(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** The exit status of a process that ends with an error of this kind. */
  public int exitStatus() {
    return exitStatus;
  }
}
