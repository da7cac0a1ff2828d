package vn.chuyencan.table;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.types.Types;

/**
 * One column of a table contract.
 *
 * @param id its number, which never changes and is never used again; from 1
 * @param name its name in every format
 * @param type what it holds
 * @param nullable whether a value may be missing
 * @param unit what a number counts; {@code none} where there is nothing to count
 * @param label its heading for people
 * @param meaning what a value says
 * @param source where the value comes from
 * @param laws ids of the articles that it answers to (REQUIREMENTS); may be empty
 * @param words the closed list of values; empty when any value may occur
 * @param example a value as JSON
 * @param visibility {@link Visibility#LAKE} when the column stays in the lake though its table is
 *     published
 * @param personal what it tells of persons
 */
public record TableColumn(
    int id,
    String name,
    ColumnType type,
    boolean nullable,
    String unit,
    Bilingual label,
    Bilingual meaning,
    String source,
    List<String> laws,
    List<String> words,
    String example,
    Visibility visibility,
    Personal personal) {

  /** Columns whose values hardly ever come back. */
  private static final Set<String> DISTINCT =
      Set.of(
          "event_id",
          "occurred_at",
          "stored_at",
          "finished_at",
          "file_offset",
          "content_hash",
          "attempt_key",
          "iri",
          "name",
          "object_iri",
          "attempt",
          "attempt_id",
          "post_id",
          "identifier",
          "message",
          "text");

  private static final int NESTED_IDS = 1000;

  public TableColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(personal, "personal");
    laws = List.copyOf(laws);
    words = List.copyOf(words);
  }

  /**
   * The column in Iceberg. Nested fields are numbered from {@code 1000 · id + 1} in the order in
   * which the type is written, so a new column renumbers nothing.
   */
  Types.NestedField icebergField() {
    AtomicInteger last = new AtomicInteger(id * NESTED_IDS);
    Types.NestedField.Builder field =
        nullable ? Types.NestedField.optional(name) : Types.NestedField.required(name);
    return field
        .withId(id)
        .ofType(type.iceberg(last::incrementAndGet))
        .withDoc(meaning.english())
        .build();
  }

  /** Whether values hardly ever come back: looking each up in a dictionary first is time lost. */
  public boolean hardlyRepeats() {
    return DISTINCT.contains(name);
  }
}
