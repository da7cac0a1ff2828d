package vn.chuyencan.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words that an option takes, where its label lists them: {@code text|html}. */
final class OptionWords {
  private OptionWords() {}

  /** The words; none where the option takes anything else, as {@code ID|NAME} says. */
  static List<String> of(OptionSpec option) {
    String label = option.paramLabel();
    return label.matches("[a-z0-9]+(\\|[a-z0-9]+)+") ? List.of(label.split("\\|", -1)) : List.of();
  }

  /** Lets shells offer these words, and not the names by which the program calls them. */
  static void offer(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    for (OptionSpec option : List.copyOf(command.options())) {
      List<String> words = of(option);
      if (!words.isEmpty()) {
        command.remove(option);
        command.addOption(OptionSpec.builder(option).completionCandidates(words).build());
      }
    }
    line.getSubcommands().values().forEach(OptionWords::offer);
  }
}
