package vn.chuyencan.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.chuyencan.error.Language;

/** The manual page of all commands, as {@code man} reads it (roff with the macros of man(7)). */
final class ManualPage {
  /**
   * What the page says in its own words.
   *
   * @param call how a command is called
   * @param shared what stands before the options of all commands
   * @param end sections on files and the environment, as roff
   */
  private record Words(
      String name,
      String synopsis,
      String call,
      String description,
      String options,
      String shared,
      String commands,
      String exitStatus,
      String end) {}

  private static final Words ENGLISH =
      new Words(
          "NAME",
          "SYNOPSIS",
          "[OPTION]... COMMAND [OPTION]...",
          "DESCRIPTION",
          "OPTIONS",
          "Every command also takes these:",
          "COMMANDS",
          "EXIT STATUS",
          """
          .SH FILES
          .TP
          .I chuyencan.yaml
          The institution's configuration, where \\-\\-config names no other.
          .TP
          .I ~/.cache/chuyencan
          What makes starts quick; may be deleted.
          .SH ENVIRONMENT
          .TP
          .B JAVA_HOME
          The Java that runs the program.
          .TP
          .B CHUYENCAN_MEMORY
          The heap, as 2g.
          .TP
          .B CHUYENCAN_JAVA_OPTIONS
          More options of the Java machine.
          .TP
          .B CHUYENCAN_CLASSPATH
          More libraries, as a.jar:b.jar: a listener of Spark, a connector of a file system.
          .TP
          .B NO_COLOR
          With any text: no colour, also on a terminal.
          """);

  private static final Words VIETNAMESE =
      new Words(
          "TÊN",
          "CÁCH DÙNG",
          "[TÙY CHỌN]... LỆNH [TÙY CHỌN]...",
          "MÔ TẢ",
          "TÙY CHỌN",
          "Mọi lệnh đều nhận:",
          "CÁC LỆNH",
          "MÃ THOÁT",
          """
          .SH TỆP
          .TP
          .I chuyencan.yaml
          Cấu hình của đơn vị, khi \\-\\-config không nêu tệp khác.
          .TP
          .I ~/.cache/chuyencan
          Giúp khởi động nhanh; có thể xóa.
          .SH "BIẾN MÔI TRƯỜNG"
          .TP
          .B JAVA_HOME
          Java dùng để chạy chương trình.
          .TP
          .B CHUYENCAN_MEMORY
          Bộ nhớ (heap), như 2g.
          .TP
          .B CHUYENCAN_JAVA_OPTIONS
          Tùy chọn khác của máy ảo Java.
          .TP
          .B CHUYENCAN_CLASSPATH
          Thư viện thêm, như a.jar:b.jar: bộ lắng nghe của Spark, bộ nối một hệ thống tệp.
          .TP
          .B NO_COLOR
          Có nội dung bất kỳ: không tô màu, kể cả trong cửa sổ dòng lệnh.
          """);

  private final StringBuilder page = new StringBuilder();
  private final Words words;

  private ManualPage(Words words) {
    this.words = words;
  }

  /**
   * The page.
   *
   * @param line the program with its commands, which speak that language
   * @param day the day that it bears
   * @param language of what the page says itself
   */
  static String of(CommandLine line, LocalDate day, Language language) {
    return new ManualPage(language == Language.VI ? VIETNAMESE : ENGLISH).write(line, day);
  }

  private String write(CommandLine line, LocalDate day) {
    CommandSpec program = line.getCommandSpec();
    String name = program.name();
    page.append("'\\\" -*- coding: UTF-8 -*-\n");
    request(
        ".TH "
            + name.toUpperCase(Locale.ROOT)
            + " 1 "
            + day
            + " \""
            + name
            + " "
            + Version.number()
            + "\"");
    heading(words.name());
    text(name + " - " + plain(program.usageMessage().description()).replaceFirst(":.*", ""));
    heading(words.synopsis());
    request(".B " + escaped(name));
    request(words.call());
    heading(words.description());
    text(plain(program.usageMessage().description()));
    heading(words.options());
    request(words.shared());
    shared(program).forEach(this::option);
    heading(words.commands());
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(command -> command(command, program));
    heading(words.exitStatus());
    for (String row : program.usageMessage().footer()) {
      request(".br");
      text(row.strip());
    }
    page.append(words.end());
    return page.toString();
  }

  private void command(CommandSpec command, CommandSpec program) {
    List<String> common = shared(program).stream().map(OptionSpec::longestName).toList();
    request(".SS " + command.name());
    text(plain(command.usageMessage().description()));
    for (PositionalParamSpec word : command.positionalParameters()) {
      entry(".I " + escaped(word.paramLabel()), plain(word.description()));
    }
    command.options().stream()
        .filter(option -> !option.hidden() && !common.contains(option.longestName()))
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(this::option);
  }

  private static List<OptionSpec> shared(CommandSpec program) {
    return program.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .toList();
  }

  private void option(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .sorted(Comparator.comparing(String::length))
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
    entry(names + value, plain(option.description()));
  }

  private void entry(String head, String body) {
    request(".TP");
    request(head);
    text(body);
  }

  private static String plain(String... lines) {
    return Ansi.OFF.string(String.join(" ", lines)).replace("%n", " ").replaceAll("\\s+", " ");
  }

  private void heading(String text) {
    request(".SH \"" + text + "\"");
  }

  private void request(String line) {
    page.append(line).append('\n');
  }

  /** A line of text is no request, whatever it begins with. */
  private void text(String plain) {
    String safe = escaped(plain);
    page.append(safe.startsWith(".") || safe.startsWith("'") ? "\\&" : "")
        .append(safe)
        .append('\n');
  }

  private static String escaped(String plain) {
    return plain.replace("\\", "\\e").replace("-", "\\-");
  }
}
