package vn.chuyencan.job.compliance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.source.register.RegisterDescription;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * What rules lack as Vietnamese documents print it: registers, their columns and tables by the
 * names that people know, and not by those of files.
 */
final class MissingWords {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String BETWEEN = "; ";

  private MissingWords() {}

  /**
   * The words for people.
   *
   * @param missing as rules tell it: {@code exam_session candidates; material HP207}
   */
  static String vietnamese(String missing) {
    return Arrays.stream(missing.split(BETWEEN, -1))
        .map(MissingWords::one)
        .collect(Collectors.joining(BETWEEN));
  }

  private static String one(String part) {
    int end = part.indexOf(' ');
    String name = end < 0 ? part : part.substring(0, end);
    String rest = end < 0 ? "" : part.substring(end + 1);
    Optional<RegisterDescription> register = register(name).map(RegisterDescription::of);
    if (register.isPresent()) {
      return small(register.get().titleVi()) + what(register.get(), rest);
    }
    return Tables.names().contains(name)
        ? "bảng «" + TableContract.of(name).label().vietnamese() + "»" + after(rest)
        : part;
  }

  /** A column by its label; identifiers and remarks as they are. */
  private static String what(RegisterDescription register, String rest) {
    return register.columns().stream()
        .filter(column -> column.name().equals(rest))
        .map(column -> ", cột «" + column.labelVi() + "»")
        .findFirst()
        .orElse(after(rest));
  }

  private static String after(String rest) {
    return rest.isEmpty() ? "" : " " + rest;
  }

  private static Optional<Register> register(String name) {
    return Stream.<Register>concat(
            Arrays.stream(RegisterName.values()), Arrays.stream(InstitutionRegister.values()))
        .filter(register -> register.code().equals(name))
        .findFirst();
  }

  private static String small(String title) {
    return title.substring(0, 1).toLowerCase(VIETNAMESE) + title.substring(1);
  }
}
