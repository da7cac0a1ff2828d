package vn.chuyencan.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.IHelpFactory;
import vn.chuyencan.error.Language;

/**
 * In which language help speaks. English stands beside each command and option, {@code
 * help_vi.properties} says the same in Vietnamese; it is read only where somebody asks for help.
 */
final class HelpText {
  private HelpText() {}

  /** Who writes help. */
  static IHelpFactory in(Language language) {
    return (command, colours) -> {
      if (language == Language.VI) {
        command.resourceBundle(vietnamese());
      }
      return new CommandLine.Help(command, colours);
    };
  }

  /**
   * All commands with what they say of themselves in that language, to be read and not to be run.
   */
  static CommandLine described(Language language) {
    CommandLine line = Chuyencan.described();
    if (language == Language.VI) {
      line.setResourceBundle(vietnamese());
    }
    return line;
  }

  static ResourceBundle vietnamese() {
    return ResourceBundle.getBundle(
        "vn.chuyencan.cli.help",
        Locale.forLanguageTag(Language.VI.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
