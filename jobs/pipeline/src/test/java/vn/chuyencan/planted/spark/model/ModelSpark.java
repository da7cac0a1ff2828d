package vn.chuyencan.planted.spark.model;

import org.apache.spark.sql.Row;

/** Knows Spark where nobody may. */
public record ModelSpark(Row row) {}
