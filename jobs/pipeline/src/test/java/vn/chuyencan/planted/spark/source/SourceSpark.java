package vn.chuyencan.planted.spark.source;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import scala.Option;

/** Knows Spark, Scala and another library of Apache's, wherever it may live. */
public record SourceSpark(Row row, Option<String> option, Configuration hadoop) {}
