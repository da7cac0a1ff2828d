package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
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
    for (long[] shown : bins(width, suppression)) {
      ArrayNode counts = bins.addArray();
      Arrays.stream(shown).forEach(counts::add);
    }
    ArrayNode lines = json.putArray("lines");
    for (BigDecimal threshold : thresholds) {
      ObjectNode line = lines.addObject();
      line.set("minutes", SiteJson.number(threshold));
      ArrayNode reaching = line.putArray("reaching");
      long[] shown = reaching(threshold, suppression);
      Arrays.stream(shown).forEach(reaching::add);
      long between = suppression.alone(between(threshold));
      boolean told = Arrays.stream(shown).noneMatch(count -> count == Suppression.HIDDEN);
      // Beside some readings it would tell the others.
      line.put("between", told || !suppression.hidesAny() ? between : hiddenUnlessNobody(between));
    }
    return json;
  }

  private static long hiddenUnlessNobody(long count) {
    return count == 0 ? 0 : Suppression.HIDDEN;
  }

  /** The reading by which is decided comes first, for it stays when readings lie close together. */
  private List<Integer> byWeight() {
    List<Integer> order = new ArrayList<>(List.of(readings.size() / 2));
    for (int reading = 0; reading < readings.size(); reading++) {
      if (reading != readings.size() / 2) {
        order.add(reading);
      }
    }
    return order;
  }

  /**
   * How many reach a threshold by each reading. Who reaches it by one and not by another is a group
   * as well, which two counts side by side would tell.
   */
  private long[] reaching(BigDecimal threshold, Suppression suppression) {
    long all = readings.get(0).size();
    long[] shown = new long[readings.size()];
    Arrays.fill(shown, Suppression.HIDDEN);
    for (int reading : byWeight()) {
      long reached = reaching(reading, threshold);
      boolean apart =
          Arrays.stream(shown)
              .filter(count -> count != Suppression.HIDDEN)
              .noneMatch(count -> suppression.hides(Math.abs(count - reached)));
      if (apart) {
        shown[reading] = suppression.parts(reached, all - reached)[0];
      }
    }
    return shown;
  }

  /** The bins of each reading; none of one whose sums would tell what the lines hide. */
  private List<long[]> bins(int width, Suppression suppression) {
    List<long[]> bins = new ArrayList<>();
    for (int reading = 0; reading < readings.size(); reading++) {
      long[] shown = suppression.parts(counts(reading, width));
      if (reading != readings.size() / 2 && tells(reading, shown, width, suppression)) {
        Arrays.fill(shown, Suppression.HIDDEN);
      }
      bins.add(shown);
    }
    return bins;
  }

  private boolean tells(int reading, long[] shown, int width, Suppression suppression) {
    for (BigDecimal threshold : thresholds) {
      long reached = reaching(reading, threshold);
      boolean close = false;
      for (int other = 0; other < readings.size(); other++) {
        close |= suppression.hides(Math.abs(reached - reaching(other, threshold)));
      }
      int edge = bin(threshold, width);
      boolean summed =
          Arrays.stream(shown, 0, edge).noneMatch(count -> count == Suppression.HIDDEN)
              || Arrays.stream(shown, edge, shown.length)
                  .noneMatch(count -> count == Suppression.HIDDEN);
      if (close && summed) {
        return true;
      }
    }
    return false;
  }
}
