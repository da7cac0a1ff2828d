package vn.chuyencan.table;

/** What a column tells of persons (X-PD-1), and what erasing a person does to it. */
public enum Personal {
  /** Nothing of anybody. */
  NOTHING,
  /** It names the person whose row it is: erasing the person deletes the row. */
  SUBJECT,
  /** It names another person in somebody's row: it is emptied. */
  OTHER,
  /**
   * Text in which a person may be named: their ids and identifiers are blotted out, if they tell
   * somebody apart wherever they stand. Full names are looked for in refused records only, which
   * lose the whole text; a name that somebody wrote elsewhere stays.
   */
  TEXT
}
