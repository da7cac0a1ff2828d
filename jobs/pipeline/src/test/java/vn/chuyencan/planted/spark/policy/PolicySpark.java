package vn.chuyencan.planted.spark.policy;

import org.apache.spark.sql.Row;

/** Knows Spark where nobody may. */
public record PolicySpark(Row row) {}
