package vn.chuyencan.job.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format as its documentation has it, and refuses anything else. */
public final class PrometheusText {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{(.*)} (\\S+)");

  private PrometheusText() {}

  /** Values by name and labels; every family has help and type before its samples, in one place. */
  public static Map<String, BigDecimal> read(String text) {
    assertThat(text).endsWith("\n");
    Map<String, BigDecimal> samples = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    String helped = "";
    String current = "";
    for (String line : text.lines().toList()) {
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        String name = comment.group(2);
        if (comment.group(1).equals("HELP")) {
          helped = name;
        } else {
          assertThat(name).isEqualTo(helped);
          assertThat(comment.group(3)).isIn("gauge", "counter");
          assertThat(types.put(name, comment.group(3))).as("twice: " + name).isNull();
          current = name;
        }
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      assertThat(sample.group(1)).as("beneath its own type").isEqualTo(current);
      assertThat(types.get(current).equals("counter")).isEqualTo(current.endsWith("_total"));
      Matcher label = LABEL.matcher(sample.group(2));
      int end = 0;
      while (label.find()) {
        assertThat(label.start()).as(line).isEqualTo(end);
        end = label.end();
      }
      assertThat(end).as(line).isEqualTo(sample.group(2).length());
      String key = sample.group(1) + "{" + sample.group(2) + "}";
      assertThat(samples.put(key, new BigDecimal(sample.group(3)))).as("twice: " + key).isNull();
    }
    return samples;
  }
}
