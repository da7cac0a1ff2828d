package vn.chuyencan.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.Digests;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Registers;

/**
 * What the registers say of each course run, and whom each identifier means, as measures were made
 * of it: the next night compares, and measures again only what came to be said otherwise. A run
 * depends on its own rows, on which registers there are, and on the identifiers of those who are in
 * it; on nobody else, except for who opened a discussion (see {@link Changes#moved}).
 */
public final class MeasuredRegisters {
  private static final String COURSE_RUN = "course_run";
  private static final String IDENTITY = "identity";

  private final Map<String, String> runs;
  private final Map<Long, String> owners;

  private MeasuredRegisters(Map<String, String> runs, Map<Long, String> owners) {
    this.runs = runs;
    this.owners = owners;
  }

  /**
   * What differs from an earlier night.
   *
   * @param runs course runs that are new or of which something else is said
   * @param gone course runs that are no more
   * @param moved identifiers that mean somebody else, somebody at last, or nobody any more
   */
  public record Changes(Set<String> runs, Set<String> gone, Set<Long> moved) {}

  /**
   * What registers say.
   *
   * @param owners learner by actor key, as {@link Population#owners} gives them
   */
  public static MeasuredRegisters of(Registers registers, Map<Long, String> owners) {
    Map<String, TreeSet<Long>> keysOf = new HashMap<>();
    owners.forEach((key, id) -> keysOf.computeIfAbsent(id, fresh -> new TreeSet<>()).add(key));
    Map<String, TreeSet<String>> people = new HashMap<>();
    for (Enrolment row : registers.enrolments()) {
      people.computeIfAbsent(row.courseId(), id -> new TreeSet<>()).add(row.learnerId());
    }
    for (GroupMember row : registers.groupMembers()) {
      people.computeIfAbsent(row.courseId(), id -> new TreeSet<>()).add(row.learnerId());
    }
    Map<String, String> said = registers.courseDigests();
    String present = String.join(",", registers.measuredPresent());
    Map<String, String> runs = new TreeMap<>();
    registers
        .courseRuns()
        .forEach(
            run -> {
              String id = run.courseId();
              MessageDigest digest = Digests.sha256();
              add(digest, present);
              add(digest, said.get(id));
              for (String person : people.getOrDefault(id, new TreeSet<>())) {
                add(digest, person);
                keysOf
                    .getOrDefault(person, new TreeSet<>())
                    .forEach(key -> add(digest, Population.hex(key)));
              }
              runs.put(id, HexFormat.of().formatHex(digest.digest()));
            });
    return new MeasuredRegisters(runs, new TreeMap<>(owners));
  }

  /** Nothing measured yet; rows of the lake are added. */
  public static MeasuredRegisters none() {
    return new MeasuredRegisters(new TreeMap<>(), new TreeMap<>());
  }

  /** Adds a row of {@code measured_register}. */
  public void add(Record row) {
    String id = (String) row.getField("id");
    String said = (String) row.getField("said");
    if (COURSE_RUN.equals(row.getField("kind"))) {
      runs.put(id, said);
    } else {
      owners.put(Long.parseUnsignedLong(id, 16), said);
    }
  }

  /** Whether nothing was measured of registers before. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** What is said otherwise than before. */
  public Changes since(MeasuredRegisters before) {
    Set<String> changed = new TreeSet<>();
    runs.forEach(
        (id, said) -> {
          if (!said.equals(before.runs.get(id))) {
            changed.add(id);
          }
        });
    Set<String> gone = new TreeSet<>(before.runs.keySet());
    gone.removeAll(runs.keySet());
    Set<Long> moved = new TreeSet<>();
    owners.forEach(
        (key, owner) -> {
          if (!owner.equals(before.owners.get(key))) {
            moved.add(key);
          }
        });
    before.owners.keySet().stream().filter(key -> !owners.containsKey(key)).forEach(moved::add);
    return new Changes(changed, gone, moved);
  }

  /** Rows of {@code measured_register} in the table's order. */
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    runs.forEach((id, said) -> rows.add(row(COURSE_RUN, id, said)));
    Map<String, String> byHex = new TreeMap<>();
    owners.forEach((key, owner) -> byHex.put(Population.hex(key), owner));
    byHex.forEach((key, owner) -> rows.add(row(IDENTITY, key, owner)));
    return rows;
  }

  private static Map<String, Object> row(String kind, String id, String said) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", kind);
    row.put("id", id);
    row.put("said", said);
    return row;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasuredRegisters that
        && runs.equals(that.runs)
        && owners.equals(that.owners);
  }

  @Override
  public int hashCode() {
    return runs.hashCode() ^ owners.hashCode();
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // With its length, so that two texts are not one.
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
