package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;

/**
 * Which learners the identifiers could mean that nobody has (X-ID-1). A pair is listed for a person
 * to judge, with the line that would join it in the register; nothing is ever counted by it.
 *
 * <p>The work grows with the unresolved identifiers; registers are walked through once.
 */
public final class IdentityCandidates {
  /** Rows of {@code unresolved_actor}, added up by actor. */
  private final Map<String, Long> events = new HashMap<>();

  private final SortedMap<String, Actor> actors = new TreeMap<>();
  private final Map<IdentityClue, List<Actor>> byClue = new HashMap<>();
  private final Map<String, Set<String>> homes = new HashMap<>();

  private static final class Actor {
    private final IdentityKind kind;
    private final String home;
    private final String identifier;
    private final SortedMap<String, Set<IdentityClue.Rule>> rulesByLearner = new TreeMap<>();

    Actor(IdentityKind kind, String home, String identifier) {
      this.kind = kind;
      this.home = home;
      this.identifier = identifier;
    }
  }

  /**
   * @param unresolved rows of {@code unresolved_actor}
   */
  public IdentityCandidates(Collection<Map<String, Object>> unresolved) {
    unresolved.forEach(
        row ->
            events.merge((String) row.get("actor_key_hex"), (Long) row.get("events"), Long::sum));
  }

  /** Whether there is anybody to be looked for. */
  public boolean isEmpty() {
    return events.isEmpty();
  }

  /** The columns of {@code actor} that {@link #addActor} reads. */
  public static String[] actorColumns() {
    return new String[] {"actor_key", "kind", "home_page", "identifier", "name"};
  }

  /** Adds a row of {@code actor}; those who are somebody, and those who are nobody, are passed. */
  public void addActor(Record row) {
    String key = Population.hex((Long) row.getField("actor_key"));
    if (!events.containsKey(key)) {
      return;
    }
    kind((String) row.getField("kind"))
        .ifPresent(
            kind -> {
              String identifier = (String) row.getField("identifier");
              Actor actor = new Actor(kind, (String) row.getField("home_page"), identifier);
              actors.put(key, actor);
              IdentityClue.ofActor(kind, identifier, (String) row.getField("name"))
                  .forEach(
                      clue -> byClue.computeIfAbsent(clue, some -> new ArrayList<>()).add(actor));
            });
  }

  /** Groups, visitors and the platform itself are no kind of person. */
  private static Optional<IdentityKind> kind(String code) {
    for (IdentityKind kind : IdentityKind.values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Looks through the registers; after all actors were added. */
  public void look(Registers registers) {
    for (Identity identity : registers.identities()) {
      find(identity.learnerId(), IdentityClue.ofIdentity(identity));
      if (identity.homePage() != null) {
        homes
            .computeIfAbsent(identity.learnerId(), learner -> new HashSet<>())
            .add(identity.homePage());
      }
    }
    for (Learner learner : registers.learners()) {
      find(learner.learnerId(), IdentityClue.ofLearner(learner));
    }
  }

  private void find(String learnerId, Set<IdentityClue> clues) {
    for (IdentityClue clue : clues) {
      for (Actor actor : byClue.getOrDefault(clue, List.of())) {
        actor
            .rulesByLearner
            .computeIfAbsent(learnerId, learner -> EnumSet.noneOf(IdentityClue.Rule.class))
            .add(clue.rule());
      }
    }
  }

  /** Rows of {@code identity_candidate} in the table's order. */
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    actors.forEach(
        (key, actor) -> {
          Map<IdentityClue.Rule, Integer> learners = new EnumMap<>(IdentityClue.Rule.class);
          actor
              .rulesByLearner
              .values()
              .forEach(rules -> rules.forEach(rule -> learners.merge(rule, 1, Integer::sum)));
          actor.rulesByLearner.forEach(
              (learner, rules) -> rows.add(row(key, actor, learner, rules, learners)));
        });
    return rows;
  }

  private Map<String, Object> row(
      String key,
      Actor actor,
      String learner,
      Set<IdentityClue.Rule> rules,
      Map<IdentityClue.Rule, Integer> learners) {
    // A set of an enumeration goes in its order: the most telling rule first.
    List<String> codes = rules.stream().map(IdentityClue.Rule::code).toList();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("actor_key_hex", key);
    row.put("learner_id", learner);
    row.put("rule", codes.get(0));
    row.put("other_rules", codes.subList(1, codes.size()));
    row.put("learners_by_rule", learners.get(rules.iterator().next()));
    row.put("learners", actor.rulesByLearner.size());
    row.put("kind", actor.kind.name().toLowerCase(Locale.ROOT));
    row.put(
        "known_at_home_page",
        actor.home == null ? null : homes.getOrDefault(learner, Set.of()).contains(actor.home));
    row.put("events", events.get(key));
    row.put("identity_line", line(learner, actor));
    return row;
  }

  /** The row that would join the two, in the order of the register's columns. */
  private static String line(String learner, Actor actor) {
    return CSVFormat.RFC4180.format(learner, actor.kind.code(), actor.home, actor.identifier);
  }
}
