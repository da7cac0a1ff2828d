package vn.chuyencan.job.privacy;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.equal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.data.Record;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.CourseMeasures;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LakeRows;
import vn.chuyencan.table.Tables;

/** Finds everything that names a person: in the registers, in the vault, in what was measured. */
final class SubjectSearch {
  private static final String MAILTO = "mailto:";

  private final Lake lake;
  private final Registers registers;
  private final List<Record> vault = new ArrayList<>();
  private final Learners learners;

  /**
   * @param registers with the rows of those who were erased before
   * @param secret the institution's
   */
  SubjectSearch(Lake lake, Registers registers, byte[] secret) {
    this.lake = lake;
    this.registers = registers;
    LakeRows.each(lake, Tables.ACTOR, alwaysTrue(), vault::add);
    this.learners =
        Population.infersLearners(registers)
            ? Population.inferred(vault)
            : Population.registered(registers, secret);
  }

  /** The learner of that id; empty when nothing in the institution's hands names such a one. */
  Optional<Subject> learner(String learnerId) {
    Set<Long> keys = new HashSet<>();
    for (Record actor : vault) {
      long key = (Long) actor.getField("actor_key");
      if (learners.learner(key).filter(learnerId::equals).isPresent()) {
        keys.add(key);
      }
    }
    Set<String> identifiers = new HashSet<>(Set.of(learnerId));
    Set<String> names = new HashSet<>();
    for (Identity identity : registers.identities()) {
      if (identity.learnerId().equals(learnerId)) {
        add(identity.identifier(), identifiers);
      }
    }
    learners.keysOf(learnerId).forEach(keys::add);
    boolean known = !keys.isEmpty() || identifiers.size() > 1;
    for (Learner learner : registers.learners()) {
      if (learner.learnerId().equals(learnerId)) {
        names.add(learner.fullName());
        known = true;
      }
    }
    known |= registers.enrolments().stream().anyMatch(row -> row.learnerId().equals(learnerId));
    addVault(keys, identifiers, names);
    Set<String> cases = new HashSet<>();
    if (lake.exists(Tables.REVIEW_CASE)) {
      LakeRows.each(
          lake,
          Tables.REVIEW_CASE,
          equal("learner_id", learnerId),
          row -> {
            if (learnerId.equals(row.getField("learner_id"))) {
              cases.add((String) row.getField("case_id"));
            }
          },
          "learner_id",
          "case_id");
    }
    return known || !cases.isEmpty() || isMeasured(learnerId)
        ? Optional.of(new Subject(learnerId, learnerId, keys, identifiers, names, cases))
        : Optional.empty();
  }

  /**
   * The actors of an identifier – account name, address, hash, OpenID, or key in hexadecimal – who
   * are nobody's.
   *
   * @throws PipelineException {@link ErrorCode#FORGET_IS_A_LEARNER}
   */
  Optional<Subject> identifier(String identifier) {
    Set<Long> keys = new HashSet<>();
    Set<String> identifiers = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Record actor : vault) {
      long key = (Long) actor.getField("actor_key");
      String text = (String) actor.getField("identifier");
      if (text.equals(identifier)
          || text.equals(MAILTO + identifier)
          || Population.hex(key).equals(identifier)) {
        Optional<String> learner = learners.learner(key);
        if (learner.isPresent()) {
          throw new PipelineException(
              Fault.of(ErrorCode.FORGET_IS_A_LEARNER, identifier, learner.get()));
        }
        keys.add(key);
      }
    }
    addVault(keys, identifiers, names);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new Subject(identifier, null, keys, identifiers, names, Set.of()));
  }

  private void addVault(Set<Long> keys, Set<String> identifiers, Set<String> names) {
    for (Record actor : vault) {
      if (keys.contains((Long) actor.getField("actor_key"))) {
        add((String) actor.getField("identifier"), identifiers);
        Optional.ofNullable((String) actor.getField("name")).ifPresent(names::add);
      }
    }
  }

  private static void add(String identifier, Set<String> identifiers) {
    identifiers.add(identifier);
    if (identifier.startsWith(MAILTO)) {
      identifiers.add(identifier.substring(MAILTO.length()));
    }
  }

  private boolean isMeasured(String learnerId) {
    Set<Boolean> found = new HashSet<>();
    for (String table : CourseMeasures.TABLES) {
      if (lake.exists(table)
          && lake.table(table).schema().findField("learner_id") != null
          && found.isEmpty()) {
        LakeRows.each(
            lake,
            table,
            equal("learner_id", learnerId),
            row -> {
              if (learnerId.equals(row.getField("learner_id"))) {
                found.add(true);
              }
            },
            "learner_id");
      }
    }
    return !found.isEmpty();
  }
}
