package vn.chuyencan.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.OvertakenReading;
import vn.chuyencan.table.Tables;

/**
 * {@code chuyencan identities}: who of the traces is nobody's, as the last night left it. It names
 * people, as no published table does, and changes nothing.
 */
@Command(
    name = "identities",
    description = {
      "Lists identifiers that no learner has, with the learners they could mean.",
      "Each with the line that would join it in identity.csv. Shows personal data; joins nothing."
    },
    mixinStandardHelpOptions = true)
final class IdentitiesCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AccessOptions access;

  @Override
  public Integer call() {
    Configuration configuration = top.nights(options).configuration();
    options
        .execution()
        .during(
            workers ->
                OvertakenReading.during(
                    workers.hadoop(),
                    configuration.lake(),
                    lake -> {
                      access.note(
                          lake.vault(), workers.hadoop(), top.now(), "identities", Map.of());
                      print(lake);
                      return null;
                    }));
    return 0;
  }

  private void print(Lake lake) {
    Map<String, Long> events = new LinkedHashMap<>();
    LakeRows.eachIfAny(
        lake,
        Tables.UNRESOLVED_ACTOR,
        Expressions.alwaysTrue(),
        row -> events.merge(text(row, "actor_key_hex"), (Long) row.getField("events"), Long::sum),
        "actor_key_hex",
        "events");
    Map<String, String> persons = new HashMap<>();
    LakeRows.eachIfAny(
        lake,
        Tables.ACTOR,
        Expressions.alwaysTrue(),
        row -> {
          String key = String.format(Locale.ROOT, "%016x", (Long) row.getField("actor_key"));
          if (events.containsKey(key)) {
            persons.put(key, person(row));
          }
        },
        "actor_key",
        "kind",
        "home_page",
        "identifier",
        "name");
    Map<String, StringBuilder> candidates = new HashMap<>();
    LakeRows.eachIfAny(
        lake,
        Tables.IDENTITY_CANDIDATE,
        Expressions.alwaysTrue(),
        row ->
            candidates
                .computeIfAbsent(text(row, "actor_key_hex"), actor -> new StringBuilder())
                .append(candidate(row)));
    events.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            actor -> {
              top.out()
                  .println(
                      actor.getKey()
                          + "  "
                          + actor.getValue()
                          + word(" sự kiện  ", " events  ")
                          + persons.getOrDefault(actor.getKey(), "–"));
              top.out().print(candidates.getOrDefault(actor.getKey(), new StringBuilder()));
            });
    top.out()
        .printf(
            word(
                "Định danh không thuộc người học nào: %d; có thể là người học đã biết: %d%n",
                "Identifiers that no learner has: %d; that could mean known learners: %d%n"),
            events.size(),
            candidates.size());
  }

  private static String person(Record actor) {
    String home = text(actor, "home_page");
    String name = text(actor, "name");
    return text(actor, "kind")
        + (home == null ? "" : " " + home)
        + " "
        + text(actor, "identifier")
        + (name == null ? "" : " «" + name + "»");
  }

  private String candidate(Record row) {
    StringBuilder rules = new StringBuilder(text(row, "rule"));
    ((List<?>) row.getField("other_rules")).forEach(rule -> rules.append(", ").append(rule));
    int learners = (Integer) row.getField("learners");
    return "    "
        + text(row, "identity_line")
        + "    # "
        + rules
        + (learners > 1 ? word("; một trong ", "; one of ") + learners : "")
        + (Boolean.TRUE.equals(row.getField("known_at_home_page"))
            ? word("; đã có tài khoản khác ở trang ấy", "; has another account there already")
            : "")
        + System.lineSeparator();
  }

  private String word(String vietnamese, String english) {
    return options.language() == Language.VI ? vietnamese : english;
  }

  private static String text(Record row, String column) {
    return (String) row.getField(column);
  }
}
