package vn.chuyencan.planted.spark.report;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import scala.Option;

/** Knows Spark, Scala and another library of Apache's, wherever it may live. */
public record ReportSpark(Row row, Option<String> option, Configuration hadoop) {}
