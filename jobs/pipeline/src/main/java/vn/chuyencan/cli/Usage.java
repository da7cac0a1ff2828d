package vn.chuyencan.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.report.explain.ExplanationFormat;

/** What a wrong command line means, in our own words instead of the library's English. */
final class Usage {
  /** The option that chooses the language, on every command that speaks. */
  static final String LANGUAGE_OPTION = "--lang";

  private Usage() {}

  /** Teaches the command line to read our kinds of values. */
  static void register(CommandLine line) {
    line.registerConverter(Language.class, text -> readLanguage(text).orElseThrow(Usage::refused));
    line.registerConverter(LocalDate.class, Usage::day);
    line.registerConverter(ExplanationFormat.class, Usage::format);
    line.registerConverter(
        OutputFormat.class, text -> OutputFormat.of(text).orElseThrow(Usage::refused));
  }

  private static ExplanationFormat format(String text) {
    return Arrays.stream(ExplanationFormat.values())
        .filter(format -> format.code().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(Usage::refused);
  }

  private static LocalDate day(String text) {
    try {
      // The year in four digits: the farther away a day is, the more a calendar cannot do.
      return LocalDate.parse(text.startsWith("+") || text.startsWith("-") ? "" : text);
    } catch (DateTimeException notADay) {
      throw refused();
    }
  }

  private static TypeConversionException refused() {
    return new TypeConversionException("");
  }

  private static Optional<Language> readLanguage(String text) {
    return Arrays.stream(Language.values())
        .filter(language -> language.code().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The language that a command line asks for, even if the rest of it is wrong. */
  static Language language(String[] arguments) {
    Language last = Language.VI;
    for (int i = 0; i < arguments.length; i++) {
      String value = "";
      if (arguments[i].startsWith(LANGUAGE_OPTION + "=")) {
        value = arguments[i].substring(LANGUAGE_OPTION.length() + 1);
      } else if (arguments[i].equals(LANGUAGE_OPTION) && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      // A command's own stands behind the program's and prevails.
      last = readLanguage(value).orElse(last);
    }
    return last;
  }

  /** Whether this is the option that chooses the language, before the command or behind it. */
  static boolean isLanguage(ArgSpec argument) {
    return argument instanceof OptionSpec option && option.longestName().equals(LANGUAGE_OPTION);
  }

  /** The fault behind what the library says. */
  static Fault fault(ParameterException exception) {
    CommandSpec command = exception.getCommandLine().getCommandSpec();
    if (exception instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), command);
    }
    if (exception instanceof MissingParameterException missing) {
      return Fault.of(
          ErrorCode.OPTION_MISSING,
          missing.getMissing().stream()
              .map(argument -> name(argument) + " " + argument.paramLabel())
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    if (exception instanceof MutuallyExclusiveArgsException) {
      return Fault.of(ErrorCode.OPTIONS_EXCLUDE_EACH_OTHER, exclusive(command));
    }
    if (exception instanceof OverwrittenOptionException twice) {
      return Fault.of(ErrorCode.OPTION_TWICE, name(twice.getOverwritten()));
    }
    ArgSpec argument = exception.getArgSpec();
    if (argument != null) {
      return Fault.of(
          ErrorCode.OPTION_VALUE_INVALID,
          name(argument),
          exception.getValue() == null ? "" : exception.getValue(),
          form(argument));
    }
    return Fault.of(ErrorCode.USAGE_INVALID, exception.getMessage());
  }

  private static Fault unknown(String word, CommandSpec command) {
    List<String> known =
        word.startsWith("-") || command.subcommands().isEmpty()
            ? command.options().stream().map(OptionSpec::longestName).sorted().toList()
            : List.copyOf(command.subcommands().keySet());
    return Fault.of(ErrorCode.OPTION_UNKNOWN, word, String.join(", ", known));
  }

  /** The options of which a command takes one. */
  private static String exclusive(CommandSpec command) {
    return command.argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .flatMap(group -> group.args().stream())
        .map(Usage::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String form(ArgSpec argument) {
    if (argument.type().equals(LocalDate.class)) {
      return "2026-10-12";
    }
    return argument.paramLabel().equals("YEAR") ? "2026" : argument.paramLabel();
  }
}
