package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.chuyencan.model.TraceForm;

/**
 * Which sources tell of the same acts: those of one site in different forms. On a day on which
 * several forms tell anything of a site, the most trustworthy of them speaks for that day and the
 * others are silent: so an act counts once however many tell of it, and what the best witness knows
 * not to be a learner's act is not counted because another cannot tell. Travels to the tasks.
 */
public final class Witnesses implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Every source tells of acts of its own. */
  public static final Witnesses STRANGERS = new Witnesses(Map.of());

  private final TreeMap<String, Witness> bySource;
  private final TreeMap<String, EnumMap<TraceForm, TreeSet<Integer>>> days = new TreeMap<>();

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

  /** Notes that a source tells something of a day since 1970-01-01. */
  public void sawSomething(String source, int day) {
    Witness witness = bySource.get(source);
    if (witness != null) {
      days.computeIfAbsent(witness.site(), site -> new EnumMap<>(TraceForm.class))
          .computeIfAbsent(witness.form(), form -> new TreeSet<>())
          .add(day);
    }
  }

  /** Whether what the source tells of a day counts. */
  boolean speaks(String source, int day) {
    Witness witness = bySource.get(source);
    EnumMap<TraceForm, TreeSet<Integer>> site = witness == null ? null : days.get(witness.site());
    if (site == null) {
      return true;
    }
    for (Map.Entry<TraceForm, TreeSet<Integer>> form : site.entrySet()) {
      // In the order of trust.
      if (form.getKey() == witness.form()) {
        return true;
      }
      if (form.getValue().contains(day)) {
        return false;
      }
    }
    return true;
  }

  /** All that bears on measures of days up to this one, as text. */
  public String upTo(int last) {
    if (!hasSameActs()) {
      return "";
    }
    StringBuilder text = new StringBuilder(bySource.toString());
    days.forEach(
        (site, forms) ->
            forms.forEach(
                (form, seen) -> {
                  Set<Integer> come = seen.headSet(last, true);
                  text.append(' ').append(site).append(' ').append(form).append(' ');
                  text.append(come.size()).append(' ').append(come.hashCode());
                }));
    return text.toString();
  }
}
