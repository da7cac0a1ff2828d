package vn.chuyencan.job.draft;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.FoldedText;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.OpenPoint.Topic;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/**
 * The actors of the lake as people. Where a register knows people already, those whom it does not
 * know are told, with whoever has the same name; they are never joined to anybody.
 */
final class SeenPeople {
  private final Registers registers;
  private final List<Record> actors = new ArrayList<>();
  private final Learners learners;

  SeenPeople(Registers registers, Lake lake, byte[] secret) {
    this.registers = registers;
    LakeRows.each(
        lake,
        Tables.ACTOR,
        row -> {
          if (isPerson(row)) {
            actors.add(row);
          }
        },
        "actor_key",
        "kind",
        "home_page",
        "identifier",
        "name");
    this.learners =
        Population.infersLearners(registers)
            ? Population.inferred(actors)
            : Population.registered(registers, secret);
  }

  /** Groups without an identifier, visitors and the platform itself are nobody. */
  private static boolean isPerson(Record actor) {
    return Arrays.stream(IdentityKind.values()).anyMatch(k -> k.code().equals(text(actor, "kind")));
  }

  Learners learners() {
    return learners;
  }

  RegisterDraft draft() {
    return Population.infersLearners(registers) ? inferred() : unresolved();
  }

  private RegisterDraft inferred() {
    Map<String, String> names = new TreeMap<>();
    Registers.Builder people = Registers.builder();
    for (Record actor : actors) {
      String learner = learners.learner((Long) actor.getField("actor_key")).orElseThrow();
      names.merge(learner, name(actor), (one, two) -> one.isEmpty() ? two : one);
      people.add(
          new Identity(
              learner,
              IdentityKind.valueOf(text(actor, "kind").toUpperCase(Locale.ROOT)),
              (String) actor.getField("home_page"),
              text(actor, "identifier")));
    }
    names.forEach(
        (learner, name) -> people.add(new Learner(learner, name.isEmpty() ? learner : name, null)));
    List<OpenPoint> points = new ArrayList<>();
    byName(names)
        .forEach(
            (name, who) -> {
              if (who.size() > 1) {
                points.add(
                    OpenPoint.of(Topic.NAME_TWICE, names.get(who.first()), String.join(", ", who)));
              }
            });
    return new RegisterDraft(people.build(), Map.of(), points);
  }

  private RegisterDraft unresolved() {
    Map<String, SortedSet<String>> known =
        byName(
            registers.learners().stream()
                .collect(Collectors.toMap(Learner::learnerId, Learner::fullName, (a, b) -> a)));
    Set<OpenPoint> points =
        new TreeSet<>((one, two) -> one.values().get(0).compareTo(two.values().get(0)));
    for (Record actor : actors) {
      if (learners.learner((Long) actor.getField("actor_key")).isEmpty()) {
        String home = (String) actor.getField("home_page");
        String same =
            String.join(", ", known.getOrDefault(FoldedText.of(name(actor)), new TreeSet<>()));
        points.add(
            OpenPoint.of(
                Topic.UNRESOLVED,
                text(actor, "kind")
                    + " "
                    + (home == null ? "" : home + " ")
                    + text(actor, "identifier"),
                name(actor).isEmpty() ? "–" : name(actor),
                same.isEmpty() ? "–" : same));
      }
    }
    return new RegisterDraft(Registers.NONE, Map.of(), new ArrayList<>(points));
  }

  private static Map<String, SortedSet<String>> byName(Map<String, String> names) {
    Map<String, SortedSet<String>> same = new TreeMap<>();
    names.forEach(
        (learner, name) -> {
          if (!name.isEmpty()) {
            same.computeIfAbsent(FoldedText.of(name), folded -> new TreeSet<>()).add(learner);
          }
        });
    return same;
  }

  private static String text(Record actor, String column) {
    return (String) actor.getField(column);
  }

  private static String name(Record actor) {
    String name = (String) actor.getField("name");
    return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }
}
