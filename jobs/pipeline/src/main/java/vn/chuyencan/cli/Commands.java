package vn.chuyencan.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands, in the order in which help lists them. Reading what all of them say of their
 * options takes longer than reading the configuration, so a call of one of them reads no other.
 */
final class Commands {
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("run", RunCommand.class);
    COMMANDS.put("backfill", BackfillCommand.class);
    COMMANDS.put("ingest", IngestCommand.class);
    COMMANDS.put("measure", MeasureCommand.class);
    COMMANDS.put("decide", DecideCommand.class);
    COMMANDS.put("report", ReportCommand.class);
    COMMANDS.put("status", StatusCommand.class);
    COMMANDS.put("validate", ValidateCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("simulate", SimulateCommand.class);
    COMMANDS.put("verify", VerifyCommand.class);
    COMMANDS.put("query", QueryCommand.class);
    COMMANDS.put("lists", ListsCommand.class);
    COMMANDS.put("identities", IdentitiesCommand.class);
    COMMANDS.put("init", InitCommand.class);
    COMMANDS.put("freeze", FreezeCommand.class);
    COMMANDS.put("unfreeze", UnfreezeCommand.class);
    COMMANDS.put("forget", ForgetCommand.class);
    COMMANDS.put("retain", RetainCommand.class);
    COMMANDS.put("rotate-key", RotateKeyCommand.class);
  }

  private Commands() {}

  /** Adds all. */
  static CommandLine all(CommandLine line) {
    COMMANDS.forEach(line::addSubcommand);
    return line;
  }

  /** Adds the one that arguments call, or all where they call none that is known. */
  static CommandLine called(CommandLine line, String... arguments) {
    String word = "";
    for (int i = 0; i < arguments.length && word.isEmpty(); i++) {
      boolean value = i > 0 && arguments[i - 1].equals(Usage.LANGUAGE_OPTION);
      word = value || arguments[i].startsWith("-") ? "" : arguments[i];
    }
    return COMMANDS.containsKey(word) ? line.addSubcommand(word, COMMANDS.get(word)) : all(line);
  }
}
