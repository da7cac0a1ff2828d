package vn.chuyencan.report.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Policy;

/** The decisions of a course run, certificate by certificate, people in Vietnamese order. */
final class Entries {
  private final CourseRoll roll;
  private final List<ListEntry> entries = new ArrayList<>();

  private Entries(CourseRoll roll) {
    this.roll = roll;
  }

  static Entries of(CourseRoll roll, ListWords words) {
    Entries entries = new Entries(roll);
    for (Decision decision : roll.decisions()) {
      Optional<Policy.Certificate> certificate =
          entries
              .policy(decision.policyId())
              .flatMap(policy -> policy.certificate(decision.certificate()));
      entries.entries.add(
          new ListEntry(
              roll.person(decision.learnerId()),
              certificate.map(found -> words.label(found.title())).orElse(decision.certificate()),
              certificate.map(Policy.Certificate::hours).orElse(OptionalInt.empty()),
              decision));
    }
    Comparator<ListEntry> byPolicy = Comparator.comparing(entry -> entries.place(entry.decision()));
    entries.entries.sort(
        byPolicy
            .thenComparing(entry -> entry.decision().policyId())
            .thenComparing(entry -> entry.decision().certificate())
            .thenComparing(ListEntry::person, new VietnameseOrder()));
    return entries;
  }

  /** The place of a decision's certificate among all of the institution; what is unknown last. */
  private int place(Decision decision) {
    int place = 0;
    for (Policy policy : roll.policies()) {
      for (Policy.Certificate certificate : policy.certificates()) {
        if (policy.id().equals(decision.policyId())
            && certificate.id().equals(decision.certificate())) {
          return place;
        }
        place++;
      }
    }
    return place;
  }

  CourseRoll roll() {
    return roll;
  }

  Optional<Policy> policy(String id) {
    return roll.policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
  }

  List<ListEntry> all() {
    return entries;
  }

  /** Those of a list. */
  List<ListEntry> of(ListKind kind) {
    return entries.stream().filter(entry -> kind.holds(entry.status())).toList();
  }

  /** Those of one status. */
  List<ListEntry> of(Status status) {
    return entries.stream().filter(entry -> entry.status() == status).toList();
  }

  /** How many there are of each status, by certificate in order. */
  Map<String, Map<Status, Long>> counts() {
    Map<String, Map<Status, Long>> counts = new LinkedHashMap<>();
    for (ListEntry entry : entries) {
      counts
          .computeIfAbsent(entry.certificate(), certificate -> new EnumMap<>(Status.class))
          .merge(entry.status(), 1L, Long::sum);
    }
    return counts;
  }

  /** How many different people are among them. */
  static long people(List<ListEntry> some) {
    return some.stream().map(entry -> entry.person().learnerId()).distinct().count();
  }
}
