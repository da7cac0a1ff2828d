package vn.chuyencan.source.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Tombstones;

/**
 * Leaves out rows of the institution's registers that name persons who were erased (X-PD-2): no
 * report may bring them back before the institution has deleted the lines. Which columns name
 * persons follows from the register's schema.
 */
final class ErasedPersons {
  private static final String ID = "_id";

  /** The registers of whose rows each is a person; their ids are the same where both know one. */
  private static final Set<Register> OF_PERSONS =
      Set.of(RegisterName.LEARNER, InstitutionRegister.STAFF);

  private ErasedPersons() {}

  /** The rows that stay. */
  static List<Map<String, String>> without(
      Register register, List<Map<String, String>> rows, Tombstones erased) {
    if (erased.isEmpty()) {
      return rows;
    }
    Set<String> persons = persons(register);
    return rows.stream().filter(row -> !isNamed(row, persons, erased)).toList();
  }

  private static boolean isNamed(Map<String, String> row, Set<String> persons, Tombstones erased) {
    return row.entrySet().stream()
        .anyMatch(
            cell ->
                (persons.contains(cell.getKey()) && erased.hasLearner(cell.getValue()))
                    || (Tombstones.isTelling(cell.getValue())
                        && erased.has(Tombstones.Kind.IDENTIFIER, cell.getValue())));
  }

  /** The columns that may hold the id of a person. */
  static Set<String> persons(Register register) {
    return RegisterSchema.of(register).columns().stream()
        .filter(column -> namesPerson(register, column))
        .collect(Collectors.toSet());
  }

  /**
   * A column that refers to another register names whom that one names. Of ids that refer to none
   * those are taken for a person's of which the schema does not say that they are the row's own.
   */
  private static boolean namesPerson(Register register, String column) {
    RegisterSchema schema = RegisterSchema.of(register);
    List<RegisterSchema.Reference> references =
        schema.references().stream().filter(one -> one.columns().contains(column)).toList();
    if (references.isEmpty()) {
      return column.endsWith(ID)
          && (OF_PERSONS.contains(register) || !schema.key().contains(column));
    }
    return references.stream()
        .filter(one -> one.register() != register)
        .anyMatch(
            one -> namesPerson(one.register(), one.target().get(one.columns().indexOf(column))));
  }
}
