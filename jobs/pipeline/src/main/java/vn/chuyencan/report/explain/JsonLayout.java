package vn.chuyencan.report.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Explanations as one JSON object, {@code {"explanations": […]}}. */
final class JsonLayout {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** What a terminal or a reader's eye would follow, and JSON leaves as it is. */
  private static final Pattern STEERING =
      Pattern.compile("[\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]");

  private JsonLayout() {}

  static String of(List<Explanation> explanations) {
    try {
      String text =
          MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(Map.of("explanations", explanations));
      return STEERING
              .matcher(text)
              .replaceAll(
                  found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)))
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
