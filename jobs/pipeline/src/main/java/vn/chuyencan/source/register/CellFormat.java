package vn.chuyencan.source.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.error.ErrorCode;

/** The formats that cells of the registers have, and the fault of a cell that has another. */
enum CellFormat {
  DATE("date", ErrorCode.REGISTER_DATE_INVALID) {
    @Override
    Object parse(String cell) {
      return date(cell);
    }
  },
  INSTANT("date-time", ErrorCode.REGISTER_INSTANT_INVALID) {
    @Override
    Object parse(String cell) {
      return instant(cell);
    }
  },
  ZONE("time-zone", ErrorCode.REGISTER_ZONE_UNKNOWN) {
    @Override
    Object parse(String cell) {
      return zone(cell);
    }
  },
  DATES("dates", ErrorCode.REGISTER_DATE_INVALID) {
    @Override
    Object parse(String cell) {
      return dates(cell);
    }
  };

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String schemaName;
  private final ErrorCode fault;

  CellFormat(String schemaName, ErrorCode fault) {
    this.schemaName = schemaName;
    this.fault = fault;
  }

  /** The value; throws {@link DateTimeException} when the cell does not have this format. */
  abstract Object parse(String cell);

  /** The format that a schema calls so. */
  static Optional<CellFormat> of(String schemaName) {
    return Arrays.stream(values()).filter(format -> format.schemaName.equals(schemaName)).findAny();
  }

  /** Whether the cell has this format. */
  boolean accepts(String cell) {
    try {
      parse(cell);
      return true;
    } catch (DateTimeException refused) {
      return false;
    }
  }

  /** What is wrong with a cell that does not have this format. */
  ErrorCode fault() {
    return fault;
  }

  /** A year of more than four digits has a sign. */
  private static String inFourDigits(String cell) {
    return cell.startsWith("+") || cell.startsWith("-") ? "" : cell;
  }

  static LocalDate date(String cell) {
    return LocalDate.parse(inFourDigits(cell), DAY);
  }

  static Instant instant(String cell) {
    return OffsetDateTime.parse(inFourDigits(cell), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .toInstant();
  }

  static ZoneId zone(String cell) {
    return ZoneId.of(cell);
  }

  static Set<LocalDate> dates(String cell) {
    Set<LocalDate> days = new TreeSet<>();
    for (String day : cell.split("\\s+", -1)) {
      days.add(date(day));
    }
    return days;
  }
}
