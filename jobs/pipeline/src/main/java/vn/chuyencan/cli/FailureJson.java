package vn.chuyencan.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;

/** What went wrong, as values by name for programs. Names do not depend on the language. */
final class FailureJson {
  private FailureJson() {}

  /**
   * Whether a command line asks for results for programs, even if the rest of it is wrong.
   *
   * @param arguments as they were given
   */
  static boolean isAskedFor(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      boolean format = i > 0 && arguments[i - 1].equals("--format");
      if (arguments[i].equals("--json")
          || arguments[i].equals("--format=json")
          || (format && arguments[i].equals("json"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The one object of a command that failed.
   *
   * @param exitStatus the status with which the process ends
   * @param faults what is wrong, the first being the reason of the status
   */
  static Map<String, Object> of(int exitStatus, List<Fault> faults, Language language) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("failed", true);
    values.put("exit_status", exitStatus);
    values.put("faults", faults(faults, language));
    return values;
  }

  /** Faults with their numbers, what they say as people are told it, and the parts of that. */
  static List<Map<String, Object>> faults(List<Fault> faults, Language language) {
    return faults.stream()
        .map(
            fault -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("code", "E" + fault.code().number());
              values.put("name", fault.code().name());
              values.put("message", fault.message(language));
              values.put("what", fault.what(language));
              values.put("where", where(fault));
              values.put("what_to_do", fault.whatToDo(language));
              return values;
            })
        .toList();
  }

  /** The place in a file; null where the fault has none but what its words name. */
  private static Map<String, Object> where(Fault fault) {
    if (fault.file().isEmpty() && fault.column().isEmpty()) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", fault.file().isEmpty() ? null : fault.file());
    values.put("line", fault.line() > 0 ? fault.line() : null);
    values.put("column", fault.column().isEmpty() ? null : fault.column());
    return values;
  }
}
