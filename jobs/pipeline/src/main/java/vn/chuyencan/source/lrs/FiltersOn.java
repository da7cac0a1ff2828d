package vn.chuyencan.source.lrs;

/** What a server compares with {@code since}. */
public enum FiltersOn {
  /** Not known: {@code stored} is assumed until the answers show otherwise. */
  AUTO,
  /** When the LRS stored the statement, as the standard says. */
  STORED,
  /** When the act happened, as some servers do. */
  TIMESTAMP
}
