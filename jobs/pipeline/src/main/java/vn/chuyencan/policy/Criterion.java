package vn.chuyencan.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.model.Status;

/**
 * One criterion of a certificate. The kinds are closed; a policy combines them as data. A kind says
 * what is asked, {@link PolicyEvaluator} says whether a learner has it.
 */
public sealed interface Criterion {

  /** What every kind has. */
  Header header();

  /** The kind's name in policy files and tables. */
  String kind();

  /** The criteria that it is made of; empty when it is not a combination. */
  default List<Criterion> parts() {
    return List.of();
  }

  /** Hands itself to the case of its kind, so that a new kind cannot be forgotten anywhere. */
  <R> R match(Cases<R> cases);

  /**
   * What every criterion has.
   *
   * @param id unique within its certificate
   * @param law the sentence that asks for it
   * @param label short text for readers
   * @param unit unit of value and threshold; empty when it has no number of its own
   * @param specialCases circumstances that change its result, applied in order
   * @param listings ids to show beside its result
   */
  record Header(
      String id,
      Law law,
      Labels label,
      String unit,
      List<SpecialCase> specialCases,
      List<Listing> listings) {

    public Header {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(law, "law");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(unit, "unit");
      specialCases = List.copyOf(specialCases);
      listings = List.copyOf(listings);
    }
  }

  /**
   * A circumstance that changes a result: where {@code measure} is at least or at most {@code
   * bound}, a result among {@code insteadOf} becomes {@code then}.
   *
   * @param reason code of the reason when a person must look
   * @param missing who must supply what is missing when the result becomes insufficient data
   */
  record SpecialCase(
      String measure,
      Bound bound,
      Set<Status> insteadOf,
      Status then,
      Optional<String> reason,
      Optional<String> missing) {}

  /** A closed half-line of numbers. */
  record Bound(Side side, Fraction number) {

    /** Which half. */
    enum Side {
      AT_LEAST,
      AT_MOST
    }

    /** Whether the value lies in it. */
    boolean holds(Fraction value) {
      return switch (side) {
        case AT_LEAST -> value.compareTo(number) >= 0;
        case AT_MOST -> value.compareTo(number) <= 0;
      };
    }
  }

  /**
   * Ids of a list measure that are shown beside the result as {@code item=id}, with a flag when
   * there is one and the list is not empty.
   */
  record Listing(String measure, String item, Optional<String> flag) {}

  /**
   * Other readings of the same number (FC-X.2, FC-X.9). When they do not all fall on the same side
   * of the threshold, a person decides.
   */
  record Readings(List<String> measures, String reason) {

    public Readings {
      measures = List.copyOf(measures);
    }
  }

  /**
   * Items whose outcome is not known yet and may move a mean over {@code of} items by at most
   * {@code largest} each.
   */
  record Pending(String measure, String of, Fraction largest, String missing) {}

  /** A value from here up to the threshold carries a flag. */
  record Near(Fraction from, String flag) {}

  /**
   * A number is at least the threshold: {@code measure × factor >= threshold}.
   *
   * @param orMeasure a measure that the number must reach too, when it is larger than the threshold
   * @param places decimal places to which the number is rounded, half up, before it is compared;
   *     empty when it is compared exactly (X-NUM-1)
   */
  record AtLeast(
      Header header,
      String measure,
      Fraction factor,
      Fraction threshold,
      Optional<String> orMeasure,
      Optional<Integer> places,
      Optional<Readings> readings,
      Optional<Pending> pending,
      Optional<Near> near)
      implements Criterion {
    @Override
    public String kind() {
      return "at_least";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atLeast(this);
    }
  }

  /** A number is at most the threshold: {@code measure × factor <= threshold}. */
  record AtMost(Header header, String measure, Fraction factor, Fraction threshold)
      implements Criterion {
    @Override
    public String kind() {
      return "at_most";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atMost(this);
    }
  }

  /**
   * A number is at least the threshold in every week of the course.
   *
   * @param measure by course week or by ISO week; its weeks are those that must reach it
   * @param readings the same by other weeks (X-TIME-4); when one of them comes out otherwise a
   *     person decides
   * @param exceptWeeks list of weeks that do not count; empty when all do
   * @param secondReading another measure by week whose shortfall is only flagged (FC-X.1)
   * @param lateEnrolment reason for review when only weeks before enrolment fail (FC-X.12)
   * @param leniency a wider reading that sends a failure to review (FC-X.5)
   */
  record AtLeastInEveryWeek(
      Header header,
      String measure,
      Fraction threshold,
      Optional<Readings> readings,
      Optional<String> exceptWeeks,
      Optional<SecondReading> secondReading,
      Optional<String> lateEnrolment,
      Optional<Leniency> leniency)
      implements Criterion {
    @Override
    public String kind() {
      return "at_least_in_every_week";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atLeastInEveryWeek(this);
    }
  }

  /** A measure whose shortfall is flagged without changing the result. */
  record SecondReading(String measure, String flag) {}

  /** Up to so many weeks below, while the mean of all weeks still reaches the threshold. */
  record Leniency(int weeksBelow, String reason) {}

  /**
   * A number is at least the threshold on each item.
   *
   * @param item what an item is: {@code exercise}, {@code forum} …
   * @param pending items whose outcome is not known yet; empty when all are known
   */
  record AtLeastOnEachItem(
      Header header,
      String measure,
      Fraction threshold,
      String item,
      Optional<PendingItems> pending)
      implements Criterion {
    @Override
    public String kind() {
      return "at_least_on_each_item";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atLeastOnEachItem(this);
    }
  }

  /** Which items wait for somebody, or how many, and for whom. */
  record PendingItems(String measure, String missing) {}

  /**
   * A part is at least so many percent of a whole: {@code 100·part >= percent·whole} (X-NUM-1). A
   * whole of nothing says nothing (X-NUM-4).
   *
   * @param except measure taken off the whole; empty when nothing is
   * @param unknown what of the whole may still turn out to belong to the part
   * @param toCome what will still be added to the whole, such as sessions that are planned; empty
   *     when that is not counted
   */
  record ShareOf(
      Header header,
      String part,
      String whole,
      Optional<String> except,
      Fraction percent,
      Optional<Unknown> unknown,
      Optional<String> toCome)
      implements Criterion {
    @Override
    public String kind() {
      return "share_of";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.shareOf(this);
    }
  }

  /**
   * What is not known of a whole, and what follows when the result hangs on it: insufficient data,
   * or review for {@code reason}.
   */
  record Unknown(String measure, String missing, Optional<String> reason) {}

  /** All parts are met. */
  record AllOf(Header header, List<Criterion> parts) implements Criterion {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String kind() {
      return "all_of";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.allOf(this);
    }
  }

  /** At least one part is met. */
  record AnyOf(Header header, List<Criterion> parts) implements Criterion {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public String kind() {
      return "any_of";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.anyOf(this);
    }
  }

  /**
   * A clause: when {@code compensates} fails and all conditions are met, the failure is made good.
   *
   * @param also another criterion whose failure is made good with it (FC-LT.4x); empty when none is
   * @param reason code of the reason with which a person confirms it
   */
  record CompensatedBy(
      Header header,
      String compensates,
      Optional<String> also,
      Mode mode,
      String reason,
      List<Criterion> conditions)
      implements Criterion {

    /** Who decides when the conditions are met. */
    public enum Mode {
      /** The result is met by compensation and listed for confirmation. */
      AUTO,
      /** A person decides. */
      REVIEW
    }

    public CompensatedBy {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Criterion> parts() {
      return conditions;
    }

    @Override
    public String kind() {
      return "compensated_by";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.compensatedBy(this);
    }
  }

  /**
   * A clause of discretion: when {@code fails} fails and everything in {@code requires} is met, a
   * person decides; it never passes by itself.
   */
  record ReviewWhen(Header header, String fails, List<String> requires, String reason)
      implements Criterion {
    public ReviewWhen {
      requires = List.copyOf(requires);
    }

    @Override
    public String kind() {
      return "review_when";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reviewWhen(this);
    }
  }

  /** One function for each kind. */
  interface Cases<R> {
    R atLeast(AtLeast criterion);

    R atMost(AtMost criterion);

    R atLeastInEveryWeek(AtLeastInEveryWeek criterion);

    R atLeastOnEachItem(AtLeastOnEachItem criterion);

    R shareOf(ShareOf criterion);

    R allOf(AllOf criterion);

    R anyOf(AnyOf criterion);

    R compensatedBy(CompensatedBy criterion);

    R reviewWhen(ReviewWhen criterion);
  }
}
