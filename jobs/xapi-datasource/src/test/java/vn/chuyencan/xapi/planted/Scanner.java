package vn.chuyencan.xapi.planted;

import org.apache.spark.sql.Row;
import vn.chuyencan.xapi.planted.rules.Rules;
import vn.chuyencan.xapi.planted.source.Bytes;
import vn.chuyencan.xapi.planted.spark.Reader;
import vn.chuyencan.xapi.planted.vocabulary.Words;

/** Uses the data source and Spark, which it must not. */
public record Scanner(Rules rules, Words vocabulary, Bytes source, Reader spark, Row row) {}
