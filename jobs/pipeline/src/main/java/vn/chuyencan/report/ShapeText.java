package vn.chuyencan.report;

import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;

/** A type of Iceberg as text, without the ids of its parts, which every catalog gives anew. */
final class ShapeText {
  private ShapeText() {}

  static String of(Type type) {
    if (type.isListType()) {
      return "list<" + of(type.asListType().elementType()) + ">";
    }
    if (type.isMapType()) {
      return "map<" + of(type.asMapType().keyType()) + "," + of(type.asMapType().valueType()) + ">";
    }
    if (type.isStructType()) {
      return type.asStructType().fields().stream()
          .map(field -> field.name() + ":" + of(field.type()))
          .collect(Collectors.joining(",", "struct<", ">"));
    }
    return type.toString();
  }
}
