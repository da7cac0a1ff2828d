package vn.chuyencan.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers of a table's version have to expect of the next one. */
enum TableChange {
  /** Something that was there is gone or has another type: they can no longer read it. */
  MODEL,
  /** What they read may mean something else. */
  REVISION,
  /** All that they read is as it was. */
  ADDITION;

  static final String PUBLICATION = "publication";
  static final String KEY = "key";
  static final String ORDER = "order";

  private static final Pattern COLUMN =
      Pattern.compile("(\\S+) (.+?)( or empty)?, ([^,]*), ([0-9a-f]{8})(, lake)?");

  private record Column(
      String name, String type, boolean nullable, String unit, String meaning, boolean inLake) {}

  /** A table's shape as {@code schemas/table-versions.json} keeps it. */
  private record Shape(String publication, String key, String order, List<Column> columns) {
    static Shape of(List<String> lines) {
      Map<String, String> heads = new LinkedHashMap<>();
      List<Column> columns = new ArrayList<>();
      for (String line : lines) {
        Matcher column = COLUMN.matcher(line);
        if (column.matches()) {
          columns.add(
              new Column(
                  column.group(1),
                  column.group(2),
                  column.group(3) != null,
                  column.group(4),
                  column.group(5),
                  column.group(6) != null));
        } else {
          String[] parts = line.split(" ", 2);
          heads.put(parts[0], parts[1]);
        }
      }
      if (!heads.keySet().equals(Set.of(PUBLICATION, KEY, ORDER))) {
        throw new IllegalArgumentException("no shape of a table: " + heads);
      }
      return new Shape(heads.get(PUBLICATION), heads.get(KEY), heads.get(ORDER), columns);
    }

    boolean leaves() {
      return !publication.equals(Visibility.LAKE.word());
    }

    /** The columns of these names, in order. */
    List<Column> only(Collection<String> names) {
      return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    <T> List<T> each(Function<Column, T> property) {
      return columns.stream().map(property).toList();
    }
  }

  /** The weightiest of all changes between two shapes of one table. */
  static TableChange between(List<String> before, List<String> after) {
    Shape old = Shape.of(before);
    Shape now = Shape.of(after);
    List<Column> left = now.only(old.each(Column::name));
    Map<String, Column> found = new LinkedHashMap<>();
    left.forEach(column -> found.put(column.name(), column));
    for (Column column : old.columns()) {
      Column same = found.get(column.name());
      if (same == null
          || !same.type().equals(column.type())
          || (same.inLake() && !column.inLake())) {
        return MODEL;
      }
    }
    if (old.leaves() && !now.leaves()) {
      return MODEL;
    }
    boolean keptAsItWas =
        old.key().equals(now.key())
            && old.order().equals(now.order())
            && (old.publication().equals(now.publication()) || !old.leaves())
            && left.stream()
                .map(TableChange::published)
                .toList()
                .equals(old.columns().stream().map(TableChange::published).toList());
    return keptAsItWas ? ADDITION : REVISION;
  }

  /** A column as it is once it is published: to publish one takes nothing from anybody. */
  private static Column published(Column column) {
    return new Column(
        column.name(), column.type(), column.nullable(), column.unit(), column.meaning(), false);
  }

  /** The version that such a change makes of another. */
  TableVersion after(TableVersion before) {
    return switch (this) {
      case MODEL -> new TableVersion(before.model() + 1, 0, 0);
      case REVISION -> new TableVersion(before.model(), before.revision() + 1, 0);
      case ADDITION -> new TableVersion(before.model(), before.revision(), before.addition() + 1);
    };
  }
}
