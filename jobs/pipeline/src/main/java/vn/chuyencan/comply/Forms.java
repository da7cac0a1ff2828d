package vn.chuyencan.comply;

import java.util.List;
import java.util.Optional;

/** The forms that come with the product. */
public final class Forms {
  private static final List<String> YEARLY = List.of("circular28-annex1", "circular28-annex2");

  private Forms() {}

  /** All forms, in the order in which they are listed. */
  public static List<Form> all() {
    return Read.ALL;
  }

  /** The reports of every year, which pages show as they stand. */
  public static List<Form> yearly() {
    return YEARLY.stream().map(name -> named(name).orElseThrow()).toList();
  }

  /** What queries of forms share: views only, no rules. */
  static Regulation common() {
    return Regulations.read("forms/common.yaml", Regulation.class);
  }

  /** The form of that name. */
  public static Optional<Form> named(String id) {
    return all().stream().filter(form -> form.id().equals(id)).findFirst();
  }

  /** Read when first asked for, and once. */
  private static final class Read {
    static final List<Form> ALL =
        Regulations.names("forms").stream()
            .map(name -> Regulations.read("forms/" + name + ".yaml", Form.class))
            .toList();
  }
}
