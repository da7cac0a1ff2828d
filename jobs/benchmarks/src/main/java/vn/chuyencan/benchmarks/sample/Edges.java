package vn.chuyencan.benchmarks.sample;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which learner of which course run shows which edges. */
final class Edges {
  private static final Map<String, Set<Edge>> ALL = new TreeMap<>();

  static {
    flipped("HV007", Edge.NO_DRAFT);
    flipped("HV008", Edge.NO_DRAFT, Edge.RUBRIC_INCOMPLETE);
    flipped("HV009", Edge.ENROLLED_LATE);
    flipped("HV010", Edge.NO_DRAFT, Edge.ATTEMPT_ABANDONED);
    flipped("HV011", Edge.NO_DRAFT);
    flipped("HV012", Edge.NO_DRAFT, Edge.NOT_SUBMITTED);
    flipped("HV013", Edge.NO_ACTIVITY);
    flipped("HV014", Edge.FEW_MINUTES, Edge.AFTER_CLOSING);
    flipped("HV015", Edge.MINUTES_IN_BAND);
    flipped("HV016", Edge.SINGLE_ACCESS_IN_WEEK_3);
    flipped("HV017", Edge.EXERCISES_22);
    flipped("HV018", Edge.EXERCISES_23);
    flipped("HV019", Edge.COMPENSATES);
    flipped("HV020", Edge.AVERAGE_BELOW);
    flipped("HV021", Edge.READINGS_DISAGREE);
    flipped("HV022", Edge.ONE_WEAK_EXERCISE);
    flipped("HV023", Edge.FORUM_MISSED);
    flipped("HV024", Edge.POST_DELETED);
    flipped("HV025", Edge.PLENARY_LOW);
    flipped("HV026", Edge.PRACTICE_LOW);
    flipped("HV027", Edge.EXCUSED);
    flipped("HV028", Edge.UNMARKED);
    flipped("HV030", Edge.DRAFT_ELSEWHERE);
    flipped("HV031", Edge.COMMENT_MISSED);
    flipped("HV032", Edge.PRODUCT_WRONG);
    flipped("HV033", Edge.UNCHECKED);
    flipped("HV034", Edge.LINK_DEAD);
    flipped("HV035", Edge.REVIEW_MISSED);
    flipped("HV036", Edge.MARK_PENDING);
    assessment("HV038", Edge.LEFT);
    assessment("HV040", Edge.IN_WEEK_OFF);
    assessment("HV041", Edge.FEW_MINUTES);
    assessment("HV043", Edge.ACROSS_MIDNIGHT);
    assessment("HV044", Edge.SINGLE_ACCESS_IN_WEEK_3);
    assessment("HV046", Edge.FORUM_MISSED);
    assessment("HV047", Edge.IN_WEEK_OFF, Edge.REVIEW_LATE);
    assessment("HV049", Edge.PRACTICE_LOW);
    assessment("HV050", Edge.UNCHECKED);
    assessment("HV052", Edge.ONE_WEAK_EXERCISE);
    assessment("HV053", Edge.NOT_SUBMITTED);
    assessment("HV055", Edge.MINUTES_IN_BAND);
    assessment("HV056", Edge.POST_DELETED);
    assessment("HV058", Edge.AVERAGE_BELOW);
    assessment("HV059", Edge.ALONE);
    assessment("HV060", Edge.NO_GROUP);
  }

  private Edges() {}

  private static void flipped(String learner, Edge first, Edge... more) {
    ALL.put("LHDN-2026-1 " + learner, EnumSet.of(first, more));
  }

  private static void assessment(String learner, Edge first, Edge... more) {
    ALL.put("DGHT-2026-1 " + learner, EnumSet.of(first, more));
  }

  static Set<Edge> of(Course course, Person learner) {
    return ALL.getOrDefault(course.id() + " " + learner.id(), EnumSet.noneOf(Edge.class));
  }
}
