package vn.chuyencan.report;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.OpenPoint.Topic;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;

/**
 * What a person is told of drafted registers: the notes that lie beside them, and a summary for the
 * terminal.
 */
public final class DraftNotes {
  /** So many points of one topic a reader still looks through; the register itself has them all. */
  private static final int MOST_POINTS = 300;

  private final RegisterDraft draft;
  private final List<String> sources;
  private final ResourceBundle words;
  private final Map<Topic, List<OpenPoint>> points = new EnumMap<>(Topic.class);

  /**
   * @param sources what the draft was made from, as a reader knows it
   */
  public DraftNotes(RegisterDraft draft, List<String> sources, Language language) {
    this.draft = draft;
    this.sources = List.copyOf(sources);
    this.words =
        ResourceBundle.getBundle(
            "vn.chuyencan.report.draft",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    for (OpenPoint point : draft.points()) {
      points.computeIfAbsent(point.topic(), topic -> new ArrayList<>()).add(point);
    }
  }

  /** The notes, in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(word("title")).append("\n\n");
    text.append(word("intro", String.join(", ", sources.stream().map(this::code).toList())));
    text.append("\n\n").append(word("above")).append("\n\n");
    text.append(word("table")).append("\n|---|---:|---|\n");
    for (RegisterName name : RegisterName.values()) {
      if (draft.registers().has(name)) {
        text.append(
            "| `"
                + name.code()
                + ".csv` | "
                + draft.registers().rows(name).size()
                + " | "
                + word("register." + name.code())
                + " |\n");
      }
    }
    text.append('\n').append(word("absent")).append('\n');
    section(text, "complete", true);
    section(text, "confirm", false);
    text.append("\n## ").append(word("next")).append("\n\n").append(word("next.text")).append('\n');
    return text.toString();
  }

  private void section(StringBuilder text, String title, boolean blocking) {
    text.append("\n## ").append(word(title)).append('\n');
    if (points.keySet().stream().noneMatch(topic -> topic.blocks() == blocking)) {
      text.append('\n').append(word("nothing")).append('\n');
      return;
    }
    points.forEach(
        (topic, all) -> {
          if (topic.blocks() == blocking) {
            text.append("\n### ").append(heading(topic)).append(" (").append(all.size());
            text.append(")\n\n").append(word(topic.name() + ".do")).append("\n\n");
            all.stream()
                .limit(MOST_POINTS)
                .forEach(point -> text.append("- ").append(line(point)).append('\n'));
            if (all.size() > MOST_POINTS) {
              text.append("- ").append(word("more", Integer.toString(all.size() - MOST_POINTS)));
              text.append('\n');
            }
          }
        });
  }

  /**
   * What was written and what is next.
   *
   * @param registers directory of the registers
   * @param configuration the configuration to go on with
   * @param configurationWritten whether it was written now
   */
  public String summary(Path registers, Path configuration, boolean configurationWritten) {
    StringBuilder text = new StringBuilder(word("summary.written")).append('\n');
    if (configurationWritten) {
      text.append("  ").append(configuration).append('\n');
    }
    for (RegisterName name : RegisterName.values()) {
      if (draft.registers().has(name)) {
        String rows = Integer.toString(draft.registers().rows(name).size());
        text.append("  ").append(registers.resolve(name.code() + ".csv"));
        text.append("  ").append(word("summary.rows", rows)).append('\n');
      }
    }
    text.append("  ").append(registers.resolve("README.md")).append('\n');
    summarise(text, "complete", true);
    summarise(text, "confirm", false);
    text.append(word("summary.next")).append('\n');
    text.append("  chuyencan validate --config ").append(configuration).append('\n');
    text.append("  chuyencan run --config ").append(configuration).append('\n');
    return text.toString();
  }

  private void summarise(StringBuilder text, String title, boolean blocking) {
    if (points.keySet().stream().anyMatch(topic -> topic.blocks() == blocking)) {
      text.append(word(title)).append(":\n");
      points.forEach(
          (topic, all) -> {
            if (topic.blocks() == blocking) {
              text.append("  ").append(all.size()).append("  ").append(heading(topic)).append('\n');
            }
          });
    }
  }

  private String heading(Topic topic) {
    return word(topic.name());
  }

  private String line(OpenPoint point) {
    String[] values = point.values().stream().map(this::code).toArray(String[]::new);
    return word(point.topic().name() + ".line", values);
  }

  /** A value as Markdown shows it unchanged. */
  private String code(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
  }

  private String word(String key, String... values) {
    return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
  }
}
