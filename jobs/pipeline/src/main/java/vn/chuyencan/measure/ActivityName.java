package vn.chuyencan.measure;

import java.util.Comparator;
import org.apache.iceberg.data.Record;

/**
 * What one row of {@code activity} says of a course.
 *
 * @param iri its IRI
 * @param typeIri its type; null when not told
 * @param name its name; null when not told
 * @param kind its kind
 */
record ActivityName(String iri, String typeIri, String name, String kind) {
  private static final Comparator<String> PRESENT_FIRST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<ActivityName> BEST_FIRST =
      Comparator.comparing(ActivityName::typeIri, PRESENT_FIRST)
          .thenComparing(ActivityName::name, PRESENT_FIRST)
          .thenComparing(ActivityName::kind);

  static ActivityName of(Record row) {
    return new ActivityName(
        (String) row.getField("iri"),
        (String) row.getField("type_iri"),
        (String) row.getField("name"),
        (String) row.getField("kind"));
  }

  /** One with a type or name before one without, then the first in alphabetical order. */
  ActivityName better(ActivityName other) {
    return BEST_FIRST.compare(this, other) <= 0 ? this : other;
  }
}
