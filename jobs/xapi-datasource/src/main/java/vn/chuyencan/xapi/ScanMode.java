package vn.chuyencan.xapi;

/** How strictly statements are held to the xAPI rules. */
public enum ScanMode {
  /** Exactly the rules of the specification: a statement that an LRS must refuse is refused. */
  STRICT,
  /**
   * The rules of the specification, except for the closed list of {@link
   * vn.chuyencan.xapi.rules.HarmlessFault}, each of which is counted.
   */
  LENIENT
}
