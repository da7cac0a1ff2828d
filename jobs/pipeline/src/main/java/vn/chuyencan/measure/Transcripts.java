package vn.chuyencan.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Fraction;

/**
 * The courses that the learners of one term took in it and before (C08-10.3, C08-11.1). A term is a
 * course run that others name in {@code term_id}; terms follow each other by their opening days.
 * Travels to the tasks.
 */
final class Transcripts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, ArrayList<Entry>> entries = new HashMap<>();

  /**
   * A course that a learner took.
   *
   * @param course code of the course, or the id of the run where it has none
   * @param current whether it was taken in the term itself
   * @param mark out of 10; null while there is none
   */
  private record Entry(
      String term, boolean current, String course, BigDecimal credits, BigDecimal mark)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Gives every term among the course runs the transcripts of its learners. */
  static void fill(Collection<CourseContext> contexts) {
    Map<String, CourseContext> terms = new HashMap<>();
    contexts.forEach(context -> terms.put(context.run().courseId(), context));
    Set<String> named = new TreeSet<>();
    for (CourseContext context : contexts) {
      Optional.ofNullable(context.run().termId()).filter(terms::containsKey).ifPresent(named::add);
    }
    for (String term : named) {
      Transcripts transcripts = new Transcripts();
      for (CourseContext context : contexts) {
        CourseContext taken = terms.get(context.run().termId());
        if (taken != null && !taken.run().opensOn().isAfter(terms.get(term).run().opensOn())) {
          transcripts.add(context, taken.run().courseId(), taken.run().courseId().equals(term));
        }
      }
      terms.get(term).setTranscripts(transcripts);
    }
  }

  private void add(CourseContext context, String term, boolean current) {
    CourseRun run = context.run();
    String course = run.courseCode() == null ? run.courseId() : run.courseCode();
    BigDecimal credits =
        run.credits() == null ? null : Fraction.of(run.credits()).floor(ComponentMarks.SCALE);
    for (String learner : context.roster()) {
      BigDecimal mark =
          new ComponentMarks(context.results().gradesOf(learner))
              .courseMark()
              .map(exact -> exact.floor(ComponentMarks.SCALE))
              .orElse(null);
      entries
          .computeIfAbsent(learner, id -> new ArrayList<>())
          .add(new Entry(term, current, course, credits, mark));
    }
  }

  /** The columns of {@code learner_course_measure}; a course without credits weighs nothing. */
  void addTo(MeasureRow measures, String learnerId) {
    List<Entry> taken = entries.getOrDefault(learnerId, new ArrayList<>());
    Map<String, BigDecimal> termMarks = new TreeMap<>();
    Map<String, BigDecimal> termCredits = new TreeMap<>();
    Map<String, BigDecimal> marks = new TreeMap<>();
    Map<String, BigDecimal> credits = new TreeMap<>();
    Set<String> terms = new TreeSet<>();
    for (Entry entry : taken) {
      terms.add(entry.term());
      add(entry, marks, credits);
      if (entry.current()) {
        add(entry, termMarks, termCredits);
      }
    }
    measures.set("terms", terms.size());
    measures.set("term_course_mark", termMarks);
    measures.set("term_course_credits", termCredits);
    measures.set("transcript_mark", marks);
    measures.set("transcript_credits", credits);
  }

  /** A course taken again counts once, by its highest mark. */
  private static void add(
      Entry entry, Map<String, BigDecimal> marks, Map<String, BigDecimal> credits) {
    if (entry.mark() != null) {
      marks.merge(entry.course(), entry.mark(), BigDecimal::max);
    }
    if (entry.credits() != null) {
      credits.merge(entry.course(), entry.credits(), BigDecimal::max);
    }
  }
}
