package vn.chuyencan.table;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.model.ChangeCause;

/**
 * Batches that were read again in the place of earlier ones, and where they tell something else
 * than those did. The measures do not contain it yet: they need to be made anew where the spans
 * are, and nowhere else because of these batches.
 *
 * @param batches numbers of the batches that took the place of others
 * @param spans where events came, went or changed
 */
public record Rereading(Set<Long> batches, List<Span> spans) {
  /** Nothing was read again. */
  public static final Rereading NONE = new Rereading(Set.of(), List.of());

  public Rereading {
    batches = batches == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(batches));
    spans = spans == null ? List.of() : List.copyOf(spans);
  }

  /**
   * Days of a course of which other things are told than before.
   *
   * @param courseKey the course; 0 for deletions that name none
   * @param first first such day, epoch days
   * @param last last such day
   * @param causes why it was read again
   */
  public record Span(long courseKey, int first, int last, Set<ChangeCause> causes) {
    public Span {
      causes = Collections.unmodifiableSet(new TreeSet<>(causes));
    }
  }

  /** Whether the measures contain all that was read again. */
  @JsonIgnore
  public boolean isNothing() {
    return batches.isEmpty() && spans.isEmpty();
  }

  /** Both. */
  public Rereading and(Rereading later) {
    Set<Long> all = new TreeSet<>(batches);
    all.addAll(later.batches);
    List<Span> both = new ArrayList<>(spans);
    both.addAll(later.spans);
    return new Rereading(all, both);
  }
}
