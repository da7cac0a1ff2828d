package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.Locale;
import vn.chuyencan.error.Language;

/** What a reader of a night's summary may want to see next. */
final class WhereNext {
  private WhereNext() {}

  /**
   * Commands with what they tell, a line each.
   *
   * @param config the configuration file as it was given
   */
  static String of(Path config, Language language) {
    boolean vietnamese = language == Language.VI;
    return String.format(
        Locale.ROOT,
        vietnamese
            ? """

              Xem tiếp
                %1$s explain --config %2$s --learner ID    vì sao một người học đạt hay không
                %1$s lists --config %2$s                   danh sách để ký
                %1$s status --config %2$s                  các đêm chạy ra sao
              """
            : """

              Next
                %1$s explain --config %2$s --learner ID    why a learner is eligible or not
                %1$s lists --config %2$s                   lists for signature
                %1$s status --config %2$s                  how the nights go
              """,
        Launcher.name(),
        config);
  }
}
