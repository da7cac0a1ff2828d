package vn.chuyencan.comply;

import java.util.List;

/**
 * A table that rules may ask.
 *
 * @param origin where it comes from
 * @param name its name, such as {@code program}
 * @param columns its columns
 * @param rows its rows: per column a String, BigDecimal, Long, Boolean, LocalDate or LocalDateTime,
 *     or null; instants are told in the institution's zone
 */
public record EvidenceTable(
    Origin origin, String name, List<Column> columns, Iterable<Object[]> rows) {

  public EvidenceTable {
    columns = List.copyOf(columns);
  }

  /** Where a table comes from; in SQL it is the schema before its name. */
  public enum Origin {
    /** A register, written {@code reg.program}. */
    REGISTER("reg"),
    /** A table of the lake, written {@code lake.forum_post}. */
    LAKE("lake");

    private final String schema;

    Origin(String schema) {
      this.schema = schema;
    }

    /** How SQL calls it. */
    public String schema() {
      return schema;
    }
  }

  /** What a column holds. */
  public enum ColumnKind {
    TEXT("VARCHAR"),
    NUMBER("NUMERIC(38, 12)"),
    COUNT("BIGINT"),
    FLAG("BOOLEAN"),
    DAY("DATE"),
    MOMENT("TIMESTAMP(6)");

    private final String sql;

    ColumnKind(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** A column. */
  public record Column(String name, ColumnKind type) {}
}
