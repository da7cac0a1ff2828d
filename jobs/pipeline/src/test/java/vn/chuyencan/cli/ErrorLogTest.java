package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;

class ErrorLogTest {
  @Test
  void whatIsThrownAsWellIsNotLoggedWithAStackTrace() {
    ILoggerFactory loggers = new ErrorLog().getLoggerFactory();

    assertThat(
            loggers
                .getLogger("org.apache.iceberg.parquet.ParquetReader$FileIterator")
                .isErrorEnabled())
        .isFalse();
    assertThat(loggers.getLogger("org.apache.iceberg.parquet.ParquetWriter").isErrorEnabled())
        .isTrue();
  }
}
