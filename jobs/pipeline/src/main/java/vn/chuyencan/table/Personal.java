package vn.chuyencan.table;

/** What a column tells of persons (X-PD-1), and what erasing a person does to it. */
public enum Personal {
  /** Nothing of anybody. */
  NOTHING,
  /** It names the person whose row it is: erasing the person deletes the row. */
  SUBJECT,
  /** It names another person in somebody's row: it is emptied. */
  OTHER,
  /** Text in which a person may be named: the name is blotted out. */
  TEXT
}
