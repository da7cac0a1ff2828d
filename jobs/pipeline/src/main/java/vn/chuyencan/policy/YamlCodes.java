package vn.chuyencan.policy;

import vn.chuyencan.error.ErrorCode;

/** The error codes under which the faults of one kind of YAML file are reported. */
public enum YamlCodes {
  CONFIGURATION(
      ErrorCode.CONFIGURATION_NOT_YAML,
      ErrorCode.CONFIGURATION_KEY_UNKNOWN,
      ErrorCode.CONFIGURATION_VALUE_MISSING,
      ErrorCode.CONFIGURATION_VALUE_INVALID),
  POLICY(
      ErrorCode.POLICY_NOT_YAML,
      ErrorCode.POLICY_KEY_UNKNOWN,
      ErrorCode.POLICY_VALUE_MISSING,
      ErrorCode.POLICY_VALUE_INVALID);

  private final ErrorCode notYaml;
  private final ErrorCode keyUnknown;
  private final ErrorCode valueMissing;
  private final ErrorCode valueInvalid;

  YamlCodes(
      ErrorCode notYaml, ErrorCode keyUnknown, ErrorCode valueMissing, ErrorCode valueInvalid) {
    this.notYaml = notYaml;
    this.keyUnknown = keyUnknown;
    this.valueMissing = valueMissing;
    this.valueInvalid = valueInvalid;
  }

  /** The file cannot be read as YAML. */
  public ErrorCode notYaml() {
    return notYaml;
  }

  /** A key that has no meaning in its place. */
  public ErrorCode keyUnknown() {
    return keyUnknown;
  }

  /** A key that must be there and is not. */
  public ErrorCode valueMissing() {
    return valueMissing;
  }

  /** A value that its key does not allow. */
  public ErrorCode valueInvalid() {
    return valueInvalid;
  }
}
