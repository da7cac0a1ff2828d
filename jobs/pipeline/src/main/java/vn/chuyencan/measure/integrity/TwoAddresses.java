package vn.chuyencan.measure.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Bursts;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegritySign;

/**
 * Traces from two network addresses at the same time: both go on, with no silence longer than the
 * base gap, through one stretch of time. Whoever walks from one network into another leaves the
 * first; addresses of IPv4 and IPv6 are not compared, for one device may use both at once.
 */
public final class TwoAddresses {
  private static final long BASE_GAP = Estimator.BASE_GAP.toNanos() / 1000;

  private final int minutes;
  private final List<String> found = new ArrayList<>();

  /**
   * Events from one address that no silence divides.
   *
   * @param address its fingerprint, of which the last bit tells IPv4 (0) from IPv6 (1)
   * @param start the first, microseconds since the epoch, UTC
   * @param end the last
   */
  public record Stretch(long address, long start, long end) {}

  /** One more address from here on, or one less. */
  private record Bound(long at, int step) {}

  private TwoAddresses(int minutes) {
    this.minutes = minutes;
  }

  /**
   * What stands out.
   *
   * @param stretches of one learner, in any order; one may be told several times and in parts
   * @param minutes so many at the same time stand out
   */
  public static IntegritySign of(Collection<Stretch> stretches, int minutes) {
    Map<Long, List<Burst>> byAddress = new TreeMap<>();
    for (Stretch stretch : stretches) {
      byAddress
          .computeIfAbsent(stretch.address(), address -> new ArrayList<>())
          .add(new Burst(stretch.start(), stretch.end(), 1));
    }
    List<List<Bound>> families = List.of(new ArrayList<>(), new ArrayList<>());
    long lookedAt = 0;
    for (Map.Entry<Long, List<Burst>> address : byAddress.entrySet()) {
      for (Burst stretch : Bursts.join(address.getValue(), BASE_GAP)) {
        List<Bound> family = families.get((int) (address.getKey() & 1));
        family.add(new Bound(stretch.start(), 1));
        family.add(new Bound(stretch.end(), -1));
        lookedAt++;
      }
    }
    TwoAddresses look = new TwoAddresses(minutes);
    families.forEach(look::sweep);
    look.found.sort(Comparator.naturalOrder());
    return new IntegritySign(IntegrityKind.TWO_ADDRESSES, lookedAt, look.found);
  }

  /** Goes through time; where one address comes as another goes both are there. */
  private void sweep(List<Bound> bounds) {
    bounds.sort(
        Comparator.comparingLong(Bound::at)
            .thenComparing(Comparator.comparingInt(Bound::step).reversed()));
    int open = 0;
    int most = 0;
    long since = 0;
    for (Bound bound : bounds) {
      int before = open;
      open += bound.step();
      if (before < 2 && open == 2) {
        since = bound.at();
        most = 2;
      } else if (before == 2 && open < 2) {
        end(since, bound.at(), most);
      }
      most = Math.max(most, open);
    }
  }

  private void end(long start, long end, int addresses) {
    if (end - start >= minutes * Figures.MINUTE) {
      found.add(
          "stretch="
              + Figures.range(start, end)
              + " minutes="
              + Figures.minutes(end - start)
              + " addresses="
              + addresses);
    }
  }
}
