package vn.chuyencan.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.chuyencan.table.ColumnType;

/**
 * Records of canonical CSV (RFC 4180) as bytes: fields divided by commas, records ended by CR LF,
 * quotes only where the text needs them.
 *
 * <ul>
 *   <li>no value: an empty field; the empty string: {@code ""}
 *   <li>decimals with a point and without trailing zeros; days as {@code 2026-09-07}; instants as
 *       {@code 2026-09-07T01:02:03.000000Z}; {@code true} and {@code false}
 *   <li>arrays, maps and structs as compact JSON with sorted keys
 *   <li>text that a spreadsheet would run as a formula gets an apostrophe in front, see {@link
 *       CsvText#isFormula}; numbers, days and instants stay as they are
 * </ul>
 *
 * <p>Written straight into bytes: of millions of rows no text is made that nobody keeps.
 */
final class CsvBuffer {
  private static final int LONGEST_CHAR = 3;
  private static final int LONGEST_NUMBER = 24;

  /** A power of two. */
  private static final int KEPT = 256;

  private static final int LAST_DAY_OF_FOUR_DIGITS = 2_932_896;
  private static final int FIRST_DAY_OF_YEAR_0 = -719_528;
  private static final long SECONDS_OF_A_DAY = 86_400;

  private final BigDecimal[] numbers = new BigDecimal[KEPT];
  private final String[] divided = new String[KEPT];
  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** The bytes written since {@link #clear}; only up to {@link #size} and only until the next. */
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** The header's record. */
  void header(List<String> names) {
    for (int index = 0; index < names.size(); index++) {
      if (index > 0) {
        comma();
      }
      plain(names.get(index));
    }
    end();
  }

  /** One record; the values are those of a canonical row. */
  void record(ColumnType[] types, Object[] values) {
    for (int index = 0; index < types.length; index++) {
      if (index > 0) {
        comma();
      }
      if (values[index] != null) {
        field(types[index], values[index]);
      }
    }
    end();
  }

  private void field(ColumnType type, Object value) {
    if (value instanceof String text) {
      text(text, CsvText.isFormula(text));
    } else if (value instanceof Long number) {
      number(number);
    } else if (value instanceof Integer number) {
      number(number);
    } else if (value instanceof BigDecimal number) {
      decimal(number);
    } else if (value instanceof LocalDate day) {
      day(day);
    } else if (value instanceof Instant instant) {
      instant(instant);
    } else if (type instanceof ColumnType.Scalar) {
      plain(value.toString());
    } else {
      text(JsonText.of(type, value), false);
    }
  }

  private void text(String text, boolean guard) {
    boolean quotes = needsQuotes(text);
    // At worst every character is a quote, written twice, or takes three bytes.
    reserve(LONGEST_CHAR * text.length() + LONGEST_CHAR);
    if (quotes) {
      bytes[size++] = '"';
    }
    if (guard) {
      bytes[size++] = '\'';
    }
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (unit >= 0x80) {
        index = encoded(text, index);
      } else {
        if (unit == '"') {
          bytes[size++] = '"';
        }
        bytes[size++] = (byte) unit;
      }
    }
    if (quotes) {
      bytes[size++] = '"';
    }
  }

  /** Writes the character at the index and tells the index of its last unit. */
  private int encoded(String text, int index) {
    int point = text.codePointAt(index);
    if (point < 0x800) {
      bytes[size++] = (byte) (0xC0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        bytes[size++] = (byte) (0xE0 | (point >> 12));
      } else {
        bytes[size++] = (byte) (0xF0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      }
      bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    }
    bytes[size++] = (byte) (0x80 | (point & 0x3F));
    return index + Character.charCount(point) - 1;
  }

  private static boolean needsQuotes(String field) {
    for (int index = 0; index < field.length(); index++) {
      char unit = field.charAt(index);
      if (unit == ',' || unit == '"' || unit == '\n' || unit == '\r') {
        return true;
      }
    }
    return field.isEmpty();
  }

  /** What takes long division is kept: marks come back again and again. */
  private String divided(BigDecimal number) {
    int slot = number.hashCode() & (KEPT - 1);
    if (numbers[slot] == null || numbers[slot].compareTo(number) != 0) {
      numbers[slot] = number;
      divided[slot] = CsvText.decimal(number);
    }
    return divided[slot];
  }

  private void decimal(BigDecimal number) {
    int scale = number.scale();
    Long digits = scale < 0 || scale > 18 ? null : CsvText.digits(number);
    if (digits == null || digits == Long.MIN_VALUE) {
      plain(divided(number));
      return;
    }
    long rest = Math.abs(digits);
    while (scale > 0 && rest % 10 == 0) {
      rest /= 10;
      scale--;
    }
    reserve(LONGEST_NUMBER);
    if (digits < 0) {
      bytes[size++] = '-';
    }
    long unit = 1;
    for (int place = 0; place < scale; place++) {
      unit *= 10;
    }
    number(rest / unit);
    if (scale > 0) {
      bytes[size++] = '.';
      padded(rest % unit, scale);
    }
  }

  private void day(LocalDate day) {
    if (day.getYear() < 0 || day.getYear() > 9999) {
      plain(day.toString());
      return;
    }
    reserve(LONGEST_NUMBER);
    padded(day.getYear(), 4);
    bytes[size++] = '-';
    padded(day.getMonthValue(), 2);
    bytes[size++] = '-';
    padded(day.getDayOfMonth(), 2);
  }

  private void instant(Instant instant) {
    long days = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY);
    if (days < FIRST_DAY_OF_YEAR_0 || days > LAST_DAY_OF_FOUR_DIGITS) {
      plain(CsvText.instant(instant));
      return;
    }
    day(LocalDate.ofEpochDay(days));
    long second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_A_DAY);
    reserve(LONGEST_NUMBER);
    bytes[size++] = 'T';
    padded(second / 3600, 2);
    bytes[size++] = ':';
    padded(second / 60 % 60, 2);
    bytes[size++] = ':';
    padded(second % 60, 2);
    bytes[size++] = '.';
    padded(instant.getNano() / 1000, 6);
    bytes[size++] = 'Z';
  }

  private void number(long number) {
    if (number < 0) {
      plain(Long.toString(number));
      return;
    }
    int length = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      length++;
    }
    reserve(LONGEST_NUMBER);
    padded(number, length);
  }

  /** Digits with zeros in front; the caller has reserved the room. */
  private void padded(long number, int length) {
    long rest = number;
    for (int index = size + length - 1; index >= size; index--) {
      bytes[index] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  private void plain(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  private void comma() {
    reserve(1);
    bytes[size++] = ',';
  }

  private void end() {
    reserve(2);
    bytes[size++] = '\r';
    bytes[size++] = '\n';
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
    }
  }
}
