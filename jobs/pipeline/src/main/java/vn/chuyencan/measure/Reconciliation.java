package vn.chuyencan.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.TraceForm;

/**
 * What the forms in which one site's traces arrive have in common: an act matches when the other
 * form tells of the same person in the same course in the same second too, as often as both do.
 * Acts of one day are looked at together.
 */
public final class Reconciliation {
  private static final long MICROS = 1_000_000L;

  private final Map<Act, EnumMap<TraceForm, Integer>> acts = new HashMap<>();

  /** Somebody did something in a course in a second. */
  private record Act(String site, int day, long course, long person, long second) {}

  private record Place(String site, int day, long course) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int bySite = site.compareTo(other.site);
      int byDay = bySite != 0 ? bySite : Integer.compare(day, other.day);
      return byDay != 0 ? byDay : Long.compare(course, other.course);
    }
  }

  /** How much two forms tell, and how much of it both do. */
  private record Sum(long here, long matched) {
    Sum plus(Sum other) {
      return new Sum(here + other.here, matched + other.matched);
    }
  }

  private record Pair(TraceForm form, TraceForm other) {}

  /**
   * Adds an act that counts.
   *
   * @param day since 1970-01-01
   * @param course key of the course
   * @param person number of a learner, or key of an identifier that nobody has
   * @param micros when, in microseconds since the epoch
   */
  public void add(Witnesses.Witness witness, int day, long course, long person, long micros) {
    acts.computeIfAbsent(
            new Act(witness.site(), day, course, person, Math.floorDiv(micros, MICROS)),
            act -> new EnumMap<>(TraceForm.class))
        .merge(witness.form(), 1, Integer::sum);
  }

  /**
   * Rows of {@code source_reconciliation}.
   *
   * @param forms the forms in which each site is told of; a form that tells nothing has rows too
   * @param courseIris IRI by key
   */
  public List<Map<String, Object>> rows(
      Map<String, List<TraceForm>> forms, Map<Long, String> courseIris) {
    Map<Place, Map<Pair, Sum>> places = new TreeMap<>();
    acts.forEach(
        (act, counts) -> {
          Map<Pair, Sum> sums =
              places.computeIfAbsent(
                  new Place(act.site(), act.day(), act.course()), place -> new LinkedHashMap<>());
          for (TraceForm form : forms.get(act.site())) {
            for (TraceForm other : forms.get(act.site())) {
              if (form != other) {
                long here = counts.getOrDefault(form, 0);
                long both = Math.min(here, counts.getOrDefault(other, 0));
                sums.merge(new Pair(form, other), new Sum(here, both), Sum::plus);
              }
            }
          }
        });
    List<Map<String, Object>> rows = new ArrayList<>();
    places.forEach(
        (place, sums) ->
            sums.forEach(
                (pair, sum) -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("site", place.site());
                  row.put("event_date", LocalDate.ofEpochDay(place.day()));
                  row.put("course_iri", courseIris.getOrDefault(place.course(), ""));
                  row.put("form", code(pair.form()));
                  row.put("other_form", code(pair.other()));
                  row.put("acts", sum.here());
                  row.put("matched", sum.matched());
                  row.put("only_here", sum.here() - sum.matched());
                  rows.add(row);
                }));
    return rows;
  }

  private static String code(TraceForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }
}
