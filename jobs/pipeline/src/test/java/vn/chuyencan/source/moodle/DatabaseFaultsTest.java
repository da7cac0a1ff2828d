package vn.chuyencan.source.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What failures of a server mean that no test can bring about on one that others use too. */
class DatabaseFaultsTest {
  private static final DatabaseFaults FAULTS =
      new DatabaseFaults(
          new MoodleSettings(
              "lms",
              "jdbc:mariadb://127.0.0.1/moodle",
              "reader",
              null,
              "mdl_",
              "https://lms.example",
              MoodleSettings.USUAL_OVERLAP,
              new DatabasePatience(Duration.ofSeconds(30), Duration.ofMinutes(10))));

  private static String told(SQLException failure) {
    return FAULTS.reading(failure, "user").getMessage();
  }

  /** 1969 of MariaDB and 3024 of MySQL: raising our own patience would change nothing. */
  @ParameterizedTest
  @CsvSource({"1969,70100", "3024,HY000"})
  void aServerThatEndsLongQueriesSaysSoItself(int number, String state) {
    SQLException ended =
        new SQLTimeoutException("Query execution was interrupted (exceeded)", state, number);

    assertThat(told(ended)).contains("E5014", "was interrupted").doesNotContain("PT10M");
  }

  @Test
  void aServerThatSaysNothingIsSilent() {
    SQLException silent =
        new SQLException("Socket error", "08000", new SocketTimeoutException("Read timed out"));

    assertThat(told(silent)).contains("E5016", "PT10M");
  }
}
