package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How the learners of a course run are spread over minutes, by the three session gaps. Bins are as
 * wide as keeps them few and puts thresholds on their edges.
 */
final class MinuteBins {
  private static final int MOST_BINS = 24;

  /** One learner in so many may be hidden for the sake of narrow bins. */
  private static final int SHARE_HIDDEN = 5;

  private static final int[] WIDTHS = {
    15, 30, 45, 60, 90, 120, 180, 240, 360, 540, 720, 1080, 1440
  };

  private final List<BigDecimal> thresholds;
  private final List<List<BigDecimal>> readings = new ArrayList<>();

  /**
   * @param thresholds minutes that rules ask for
   * @param readings how many readings each learner has
   */
  MinuteBins(List<BigDecimal> thresholds, int readings) {
    this.thresholds = List.copyOf(thresholds);
    for (int reading = 0; reading < readings; reading++) {
      this.readings.add(new ArrayList<>());
    }
  }

  /** Takes in one learner: minutes by each reading. */
  void add(List<BigDecimal> minutes) {
    for (int reading = 0; reading < readings.size(); reading++) {
      readings.get(reading).add(minutes.get(reading));
    }
  }

  /** The width of a bin: the least that keeps bins few and hides few learners. */
  int width(Suppression suppression) {
    int best = 0;
    long fewestHidden = Long.MAX_VALUE;
    for (int width : widths()) {
      long hidden = hidden(width, suppression);
      if (hidden * SHARE_HIDDEN <= readings.get(0).size()) {
        return width;
      }
      if (hidden < fewestHidden) {
        fewestHidden = hidden;
        best = width;
      }
    }
    return best;
  }

  /** Widths with few bins; those that have thresholds on their edges, where there are any. */
  private List<Integer> widths() {
    BigDecimal largest =
        readings.stream().flatMap(List::stream).reduce(BigDecimal.ONE, BigDecimal::max);
    for (BigDecimal threshold : thresholds) {
      largest = largest.max(threshold);
    }
    List<Integer> few = new ArrayList<>();
    for (int width : WIDTHS) {
      if (bin(largest, width) < MOST_BINS) {
        few.add(width);
      }
    }
    int last = WIDTHS[WIDTHS.length - 1];
    while (few.isEmpty()) {
      last *= 2;
      if (bin(largest, last) < MOST_BINS) {
        few.add(last);
      }
    }
    List<Integer> onEdges =
        few.stream()
            .filter(
                width ->
                    thresholds.stream()
                        .allMatch(edge -> edge.remainder(BigDecimal.valueOf(width)).signum() == 0))
            .toList();
    return onEdges.isEmpty() ? few : onEdges;
  }

  private long hidden(int width, Suppression suppression) {
    long hidden = 0;
    for (int reading = 0; reading < readings.size(); reading++) {
      long[] counts = counts(reading, width);
      long[] shown = suppression.parts(counts);
      long lost = 0;
      for (int bin = 0; bin < counts.length; bin++) {
        lost += shown[bin] == Suppression.HIDDEN ? counts[bin] : 0;
      }
      hidden = Math.max(hidden, lost);
    }
    return hidden;
  }

  private static int bin(BigDecimal minutes, int width) {
    return minutes.divide(BigDecimal.valueOf(width), 0, RoundingMode.FLOOR).intValueExact();
  }

  /** How many learners each bin of a reading has. */
  long[] counts(int reading, int width) {
    int bins = 1;
    for (List<BigDecimal> minutes : readings) {
      for (BigDecimal value : minutes) {
        bins = Math.max(bins, bin(value, width) + 1);
      }
    }
    for (BigDecimal threshold : thresholds) {
      bins = Math.max(bins, bin(threshold, width) + 1);
    }
    long[] counts = new long[bins];
    readings.get(reading).forEach(value -> counts[bin(value, width)]++);
    return counts;
  }

  /** How many learners reach the threshold by a reading. */
  long reaching(int reading, BigDecimal threshold) {
    return readings.get(reading).stream().filter(value -> value.compareTo(threshold) >= 0).count();
  }

  /** How many reach it by one reading and not by another. */
  long between(BigDecimal threshold) {
    long between = 0;
    for (int learner = 0; learner < readings.get(0).size(); learner++) {
      int reached = 0;
      for (List<BigDecimal> reading : readings) {
        reached += reading.get(learner).compareTo(threshold) >= 0 ? 1 : 0;
      }
      between += reached > 0 && reached < readings.size() ? 1 : 0;
    }
    return between;
  }

  /** The spread for a page. */
  ObjectNode json(Suppression suppression) {
    int width = width(suppression);
    ObjectNode json = SiteJson.object().put("width", width);
    ArrayNode bins = json.putArray("bins");
    for (int reading = 0; reading < readings.size(); reading++) {
      ArrayNode counts = bins.addArray();
      for (long count : suppression.parts(counts(reading, width))) {
        counts.add(count);
      }
    }
    long all = readings.get(0).size();
    ArrayNode lines = json.putArray("lines");
    for (BigDecimal threshold : thresholds) {
      ObjectNode line = lines.addObject();
      line.set("minutes", SiteJson.number(threshold));
      ArrayNode reaching = line.putArray("reaching");
      for (int reading = 0; reading < readings.size(); reading++) {
        long reached = reaching(reading, threshold);
        reaching.add(suppression.parts(reached, all - reached)[0]);
      }
      line.put("between", suppression.alone(between(threshold)));
    }
    return json;
  }
}
