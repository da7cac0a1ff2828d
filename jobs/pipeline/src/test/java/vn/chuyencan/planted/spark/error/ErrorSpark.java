package vn.chuyencan.planted.spark.error;

import org.apache.spark.sql.Row;

/** Knows Spark where nobody may. */
public record ErrorSpark(Row row) {}
