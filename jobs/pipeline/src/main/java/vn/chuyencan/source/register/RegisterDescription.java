package vn.chuyencan.source.register;

import java.util.List;
import vn.chuyencan.model.Register;

/**
 * What a register's schema says of it to whoever works with its rows as with a table.
 *
 * @param titleVi its name in Vietnamese
 * @param titleEn its name in English
 * @param supplierVi who must supply it, in Vietnamese; empty where the schema does not say
 * @param supplierEn the same in English
 * @param columns its columns in the schema's order
 */
public record RegisterDescription(
    String titleVi, String titleEn, String supplierVi, String supplierEn, List<Column> columns) {

  public RegisterDescription {
    columns = List.copyOf(columns);
  }

  /** What a column holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    INSTANT
  }

  /**
   * A column.
   *
   * @param labelVi its label in Vietnamese
   */
  public record Column(String name, String labelVi, Kind kind) {}

  /** The description of a register. */
  public static RegisterDescription of(Register register) {
    RegisterSchema schema = RegisterSchema.of(register);
    return new RegisterDescription(
        schema.text("x-title-vi"),
        schema.text("title"),
        schema.text("x-supplier-vi"),
        schema.text("x-supplier-en"),
        schema.columns().stream()
            .map(name -> new Column(name, schema.labelVi(name), kind(schema, name)))
            .toList());
  }

  private static Kind kind(RegisterSchema schema, String column) {
    if (schema.isNumber(column)) {
      return Kind.NUMBER;
    }
    return switch (schema.format(column)) {
      case "date" -> Kind.DATE;
      case "date-time" -> Kind.INSTANT;
      default -> Kind.TEXT;
    };
  }
}
