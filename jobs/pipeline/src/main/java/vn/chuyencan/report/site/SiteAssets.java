package vn.chuyencan.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.report.Sha256;

/** The files that every site has, and the frame of a page. */
final class SiteAssets {
  /** Scripts in the order in which pages load them; the first, the library for charts. */
  private static final List<String> SCRIPTS =
      List.of(
          "echarts.common.min.js",
          "core.js",
          "table.js",
          "charts.js",
          "heat.js",
          "night.js",
          "course.js",
          "learners.js",
          "institution.js",
          "health.js",
          "dictionary.js",
          "site.js");

  private static final List<String> OTHERS =
      List.of("site.css", "print.css", "theme.js", "echarts-LICENSE.txt", "echarts-NOTICE.txt");

  private static final String DATA = "@data@";
  private static final String KIND = "@kind@";

  private SiteAssets() {}

  /** The names of the files. */
  static List<String> names() {
    List<String> names = new ArrayList<>(SCRIPTS);
    names.addAll(OTHERS);
    return names;
  }

  /** A file's content. */
  static byte[] bytes(String name) {
    try (InputStream in = SiteAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all files and the frame are. */
  static String digest() {
    StringBuilder digests = new StringBuilder(Sha256.of(bytes("page.html")));
    names().forEach(name -> digests.append(Sha256.of(bytes(name))));
    return Sha256.of(digests.toString());
  }

  /**
   * A page.
   *
   * @param kind which script draws it
   * @param json its data, safe within markup
   */
  static String page(String kind, String json) {
    StringBuilder scripts = new StringBuilder();
    for (String script : SCRIPTS) {
      boolean charts = !script.equals(SCRIPTS.get(0)) || !kind.equals("dictionary");
      boolean other =
          List.of(
                      "night.js",
                      "course.js",
                      "learners.js",
                      "institution.js",
                      "health.js",
                      "dictionary.js")
                  .contains(script)
              && !script.equals((kind.equals("roll") ? "learners" : kind) + ".js");
      if (charts && !other) {
        scripts.append("<script src=\"assets/").append(script).append("\"></script>\n");
      }
    }
    return new String(bytes("page.html"), StandardCharsets.UTF_8)
        .replace(KIND, kind)
        .replace("@scripts@", scripts)
        .replace(DATA, json);
  }
}
