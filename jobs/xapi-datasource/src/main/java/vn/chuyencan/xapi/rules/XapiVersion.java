package vn.chuyencan.xapi.rules;

/** A version of the xAPI rules. */
public enum XapiVersion {
  /** xAPI 1.0.0 to 1.0.3. */
  V1_0_3,
  /** IEEE 9274.1.1, xAPI 2.0: as 1.0.3, and {@code contextAgents} and {@code contextGroups}. */
  V2_0
}
