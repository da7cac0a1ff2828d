package vn.chuyencan.planted.spark.work;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import scala.Option;

/** Knows Spark, Scala and another library of Apache's, wherever it may live. */
public record WorkSpark(Row row, Option<String> option, Configuration hadoop) {}
