package vn.chuyencan.source.intake;

import vn.chuyencan.xapi.StatementRecord;

/** An event as it is written: what the scanner tells and its day. Filled anew for every event. */
final class EventRow {
  private StatementRecord record;
  private int day;

  /**
   * @param day days since 1970-01-01 in the institution's zone
   */
  EventRow of(StatementRecord record, int day) {
    this.record = record;
    this.day = day;
    return this;
  }

  StatementRecord record() {
    return record;
  }

  int day() {
    return day;
  }
}
