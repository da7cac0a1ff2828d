package vn.chuyencan.job;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.policy.YamlCursor;

/** Reads the section {@code retention} of the configuration: a period by table. */
final class RetentionLoader {
  private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,4})([dmy])");

  private RetentionLoader() {}

  static Retention read(YamlCursor root) {
    Optional<YamlCursor> section = root.optionalMapping("retention");
    if (section.isEmpty()) {
      return Retention.NONE;
    }
    section.get().onlyKeys(Retention.TABLES.toArray(String[]::new));
    Map<String, Period> periods = new TreeMap<>();
    for (String table : Retention.TABLES) {
      section
          .get()
          .optionalText(table)
          .ifPresent(
              text -> {
                Matcher period = PERIOD.matcher(text);
                if (period.matches()) {
                  periods.put(table, period(Integer.parseInt(period.group(1)), period.group(2)));
                } else {
                  section.get().invalid(table, "400d, 24m, 5y");
                }
              });
    }
    return new Retention(periods);
  }

  private static Period period(int number, String unit) {
    return switch (unit) {
      case "d" -> Period.ofDays(number);
      case "m" -> Period.ofMonths(number);
      default -> Period.ofYears(number);
    };
  }
}
