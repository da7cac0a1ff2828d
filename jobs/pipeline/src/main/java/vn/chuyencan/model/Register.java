package vn.chuyencan.model;

/** A register that an institution may keep: one CSV file of the same name. */
public sealed interface Register permits RegisterName, InstitutionRegister {
  /** The register's name in files and schemas, such as {@code course_run}. */
  String code();
}
