package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What zsh completes: commands, their options with what they mean, files, and words to choose. */
final class ZshCompletion {
  private ZshCompletion() {}

  /**
   * The function {@code _chuyencan}, for a folder of zsh's {@code fpath}. It speaks Vietnamese, as
   * the program does, and English where the shell's language is English or can show nothing else.
   */
  static String of(CommandLine vietnamese, CommandLine english) {
    String name = vietnamese.getCommandName();
    return "#compdef "
        + name
        + "\n\n"
        + function(vietnamese, "_" + name + "_vi")
        + function(english, "_" + name + "_en")
        + "_"
        + name
        + "() {\n"
        + "  case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in\n"
        + "  en* | C | POSIX | '') _"
        + name
        + "_en ;;\n  *) _"
        + name
        + "_vi ;;\n  esac\n}\n\n_"
        + name
        + " \"$@\"\n";
  }

  private static String function(CommandLine line, String name) {
    StringBuilder text = new StringBuilder();
    text.append(name).append("() {\n");
    text.append("  local context state state_descr line\n  typeset -A opt_args\n");
    text.append("  _arguments -C ").append(options(line.getCommandSpec()));
    text.append(" \\\n    '1:command:->command' '*::word:->words'\n");
    text.append("  case $state in\n  command)\n    local -a commands=(\n");
    List<CommandSpec> commands =
        line.getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.usageMessage().hidden())
            .toList();
    for (CommandSpec command : commands) {
      text.append("      ")
          .append(quoted(command.name() + ":" + first(command.usageMessage().description())))
          .append('\n');
    }
    text.append("    )\n    _describe -t commands command commands\n    ;;\n");
    text.append("  words)\n    case $line[1] in\n");
    for (CommandSpec command : commands) {
      text.append("    ").append(command.name()).append(")\n      _arguments ");
      text.append(options(command)).append("\n      ;;\n");
    }
    text.append("    esac\n    ;;\n  esac\n}\n\n");
    return text.toString();
  }

  private static String options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Arrays.stream(option.names()).map(name -> option(option, name)))
        .collect(Collectors.joining(" \\\n    "));
  }

  private static String option(OptionSpec option, String name) {
    String repeated = option.isMultiValue() ? "*" : "";
    String meaning =
        "[" + first(option.description()).replace("[", "\\[").replace("]", "\\]") + "]";
    if (option.arity().max() == 0) {
      return quoted(repeated + name + meaning);
    }
    String attached = name.startsWith("--") ? "=" : "+";
    return quoted(
        repeated
            + name
            + attached
            + meaning
            + ":"
            + option.paramLabel().replace(":", "\\:")
            + ":"
            + values(option));
  }

  private static String values(OptionSpec option) {
    String label = option.paramLabel();
    if (option.auxiliaryTypes()[0].equals(Path.class)) {
      return label.equals("DIR") ? "_files -/" : "_files";
    }
    List<String> words = OptionWords.of(option);
    return words.isEmpty() ? "" : "(" + String.join(" ", words) + ")";
  }

  private static String first(String... description) {
    String text = String.join(" ", description).replace("%n", " ");
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
