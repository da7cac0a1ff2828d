package vn.chuyencan.source.register;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.chuyencan.model.RegisterRow;

/** The cells of a row as a register's file writes them: columns are the row's components. */
public final class RegisterCells {
  private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

  private final ZoneId zone;

  /**
   * @param zone in which instants are written
   */
  public RegisterCells(ZoneId zone) {
    this.zone = zone;
  }

  /** The cells by column; null where there is no value. */
  public Map<String, String> of(RegisterRow row) {
    Map<String, String> cells = new HashMap<>();
    try {
      for (RecordComponent component : row.getClass().getRecordComponents()) {
        cells.put(column(component.getName()), cell(component.getAccessor().invoke(row)));
      }
      return cells;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a public record hides its parts", impossible);
    }
  }

  private static String column(String component) {
    return CAPITAL.matcher(component).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }

  private String cell(Object value) {
    if (value instanceof Boolean is) {
      return is ? "yes" : "no";
    } else if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    } else if (value instanceof Instant instant) {
      return instant.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof ZoneId ofRun) {
      return ofRun.getId();
    } else if (value instanceof Set<?> days) {
      return days.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }
    return value == null ? null : value.toString();
  }
}
