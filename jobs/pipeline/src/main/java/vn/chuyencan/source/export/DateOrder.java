package vn.chuyencan.source.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The order of the three numbers of a date. */
enum DateOrder {
  /** Day, month, year. */
  @JsonProperty("dmy")
  DMY(0, 1, 2),
  /** Month, day, year. */
  @JsonProperty("mdy")
  MDY(1, 0, 2),
  /** Year, month, day. */
  @JsonProperty("ymd")
  YMD(2, 1, 0);

  private final int day;
  private final int month;
  private final int year;

  DateOrder(int day, int month, int year) {
    this.day = day;
    this.month = month;
    this.year = year;
  }

  int day(List<Integer> numbers) {
    return numbers.get(day);
  }

  int month(List<Integer> numbers) {
    return numbers.get(month);
  }

  int year(List<Integer> numbers) {
    return numbers.get(year);
  }

  /** Whether the numbers could stand in this order at all: 29/02 of a common year could. */
  boolean allows(List<Integer> numbers) {
    return day(numbers) >= 1
        && day(numbers) <= 31
        && month(numbers) >= 1
        && month(numbers) <= 12
        && (year(numbers) < 100 || year(numbers) >= 1000);
  }
}
