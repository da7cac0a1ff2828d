package vn.chuyencan.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Registers as a source shows them, and what only a person can add.
 *
 * @param registers the rows
 * @param unknownDays by course run the days, {@code opens_on} or {@code closes_on}, that nobody
 *     knows; what stands in its row there is only a place holder
 * @param points what a person must complete or confirm
 */
public record RegisterDraft(
    Registers registers, Map<String, Set<String>> unknownDays, List<OpenPoint> points) {
  /** What a source knows that shows nothing. */
  public static final RegisterDraft NONE = of(Registers.NONE);

  public RegisterDraft {
    Objects.requireNonNull(registers, "registers");
    unknownDays = Map.copyOf(unknownDays);
    points = List.copyOf(points);
  }

  /** Registers to which nothing need be added. */
  public static RegisterDraft of(Registers registers) {
    return new RegisterDraft(registers, Map.of(), List.of());
  }

  /** This draft, filled up with another that knows less well. */
  public RegisterDraft over(RegisterDraft lower) {
    Map<String, Set<String>> unknown = new HashMap<>(lower.unknownDays);
    registers.courseRuns().forEach(run -> unknown.remove(run.courseId()));
    unknown.putAll(unknownDays);
    Set<OpenPoint> seen = new HashSet<>(points);
    List<OpenPoint> all = new ArrayList<>(points);
    lower.points.stream().filter(seen::add).forEach(all::add);
    return new RegisterDraft(registers.over(lower.registers), unknown, all);
  }
}
