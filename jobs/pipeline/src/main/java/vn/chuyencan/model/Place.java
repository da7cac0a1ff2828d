package vn.chuyencan.model;

import java.util.Objects;

/**
 * Where a record stands that proves something, so that anybody can look at it.
 *
 * @param kind what holds it
 * @param source id of the source in the configuration; empty for a register of the institution
 * @param holder the file beneath the source's path, the table, or the register's file
 * @param position byte of the uncompressed file, number or id of the row, or line of the register
 * @param id the event's id; empty where the place alone names the record
 */
public record Place(Kind kind, String source, String holder, String position, String id) {

  /** What holds a record. */
  public enum Kind {
    /** A file of statements or tracking logs; the position is a byte, from 0. */
    FILE,
    /** A file of downloads; the position is the number of the row of data, from 1. */
    ROWS,
    /** A table of a database; the position is the row's id. */
    TABLE,
    /** A CSV file of the institution; the position is a line, from 1. */
    REGISTER
  }

  public Place {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(id, "id");
  }

  /** Such as {@code lms-xapi:logstore/2026-W37.ndjson.gz:1024} or {@code attendance.csv:17}. */
  public String text() {
    String mark = kind == Kind.ROWS ? "#" : ":";
    String place = position.isEmpty() ? holder : holder + mark + position;
    return source.isEmpty() ? place : source + ":" + place;
  }
}
