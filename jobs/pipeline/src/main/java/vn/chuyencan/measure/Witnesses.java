package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.TraceForm;

/**
 * Which sources tell of the same acts: those of one site in different forms. Sessions and time are
 * unions, to which a second witness adds nothing; events are counted by whoever saw most of a
 * burst, so that an act counts once however many tell of it. Travels to the tasks.
 */
public final class Witnesses implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every source tells of acts of its own. */
  public static final Witnesses STRANGERS = new Witnesses(Map.of());

  private final TreeMap<String, Witness> bySource;

  /**
   * What a source tells of.
   *
   * @param site the platform
   * @param form in which it tells
   */
  public record Witness(String site, TraceForm form) implements Serializable {}

  /**
   * @param bySource sources that tell of a site; the others tell of acts of their own
   */
  public Witnesses(Map<String, Witness> bySource) {
    this.bySource = new TreeMap<>(bySource);
  }

  /** Whether two sources tell of the same acts. */
  public boolean hasSameActs() {
    Map<String, TraceForm> forms = new HashMap<>();
    return bySource.values().stream()
        .anyMatch(
            witness -> {
              TraceForm before = forms.putIfAbsent(witness.site(), witness.form());
              return before != null && before != witness.form();
            });
  }

  /** The witness, or null when the source tells of acts of its own. */
  public Witness of(String source) {
    return bySource.get(source);
  }

  /** The same by the numbers that these sources have. */
  Numbered numbered(List<String> sources) {
    int[] sites = new int[sources.size()];
    TraceForm[] forms = new TraceForm[sources.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int source = 0; source < sites.length; source++) {
      Witness witness = bySource.get(sources.get(source));
      String site = witness == null ? "source " + sources.get(source) : "site " + witness.site();
      sites[source] = numbers.computeIfAbsent(site, fresh -> numbers.size());
      forms[source] = witness == null ? TraceForm.STATEMENTS : witness.form();
    }
    return new Numbered(hasSameActs() ? sites : null, forms);
  }

  @Override
  public String toString() {
    return bySource.toString();
  }

  /** Witnesses by the number of their source. */
  static final class Numbered {
    /** Every source tells of acts of its own. */
    static final Numbered STRANGERS = new Numbered(null, new TraceForm[0]);

    /** Null when no two sources tell of the same acts. */
    private final int[] sites;

    private final TraceForm[] forms;

    private Numbered(int[] sites, TraceForm[] forms) {
      this.sites = sites;
      this.forms = forms;
    }

    /**
     * Gives every joined burst the events that its best witness of each site saw.
     *
     * @param joined disjoint, in order
     * @param bySource bursts as each source saw them, each inside one of the joined
     */
    List<Burst> counted(List<Burst> joined, Map<Integer, List<Burst>> bySource) {
      if (sites == null || bySource.size() < 2) {
        return joined;
      }
      List<Burst> counted = new ArrayList<>(joined.size());
      for (Burst whole : joined) {
        Map<Integer, Map<TraceForm, Long>> seen = new HashMap<>();
        bySource.forEach(
            (source, bursts) -> {
              for (Burst burst : bursts) {
                if (burst.start() >= whole.start() && burst.end() <= whole.end()) {
                  seen.computeIfAbsent(sites[source], site -> new EnumMap<>(TraceForm.class))
                      .merge(forms[source], burst.events(), Long::sum);
                }
              }
            });
        long events = 0;
        for (Map<TraceForm, Long> site : seen.values()) {
          events += site.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
        counted.add(new Burst(whole.start(), whole.end(), events));
      }
      return counted;
    }
  }
}
