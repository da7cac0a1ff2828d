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

/** The manual page of all commands, as {@code man} reads it (roff with the macros of man(7)). */
final class ManualPage {
  private static final String FILES =
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
      """;

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /**
   * The page.
   *
   * @param line the program with its commands
   * @param day the day that it bears
   */
  static String of(CommandLine line, LocalDate day) {
    return new ManualPage().write(line, day);
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
    request(".SH NAME");
    text(name + " - " + plain(program.usageMessage().description()).replaceFirst(":.*", ""));
    request(".SH SYNOPSIS");
    request(".B " + escaped(name));
    request("COMMAND [OPTION]...");
    request(".SH DESCRIPTION");
    text(plain(program.usageMessage().description()));
    request(".SH OPTIONS");
    request("Every command also takes these:");
    shared(program).forEach(this::option);
    request(".SH COMMANDS");
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.usageMessage().hidden())
        .forEach(command -> command(command, program));
    request(".SH EXIT STATUS");
    for (String row : program.usageMessage().footer()) {
      request(".br");
      text(row.strip());
    }
    page.append(FILES);
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

  private void request(String line) {
    page.append(line).append('\n');
  }

  /** A line of text is no request, whatever it begins with. */
  private void text(String words) {
    String safe = escaped(words);
    page.append(safe.startsWith(".") || safe.startsWith("'") ? "\\&" : "")
        .append(safe)
        .append('\n');
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\e").replace("-", "\\-");
  }
}
