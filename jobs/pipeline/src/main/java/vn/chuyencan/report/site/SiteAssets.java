package vn.chuyencan.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.chuyencan.report.Sha256;

/** The files that every site has, and the frame of a page. */
final class SiteAssets {
  /** The library for charts. */
  private static final String CHARTS = "echarts.common.min.js";

  /** What draws each kind of page. */
  private static final Map<String, String> PAGES =
      Map.of(
          "night", "night.js",
          "course", "course.js",
          "learners", "learners.js",
          "roll", "learners.js",
          "institution", "institution.js",
          "health", "health.js",
          "dictionary", "dictionary.js");

  /** Scripts in the order in which pages load them. */
  private static final List<String> SCRIPTS =
      List.of(
          CHARTS,
          "core.js",
          "table.js",
          "charts.js",
          "heat.js",
          "night.js",
          "course.js",
          "sessions.js",
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

  /** A file's text. */
  static String text(String name) {
    try (InputStream in = SiteAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all files and the frame are. */
  static String digest() {
    StringBuilder digests = new StringBuilder(Sha256.of(text("page.html")));
    names().forEach(name -> digests.append(Sha256.of(text(name))));
    return Sha256.of(digests.toString());
  }

  /**
   * A page.
   *
   * @param kind which script draws it
   * @param json its data, safe within markup
   */
  static String page(String kind, String json) {
    String own = PAGES.get(kind);
    StringBuilder scripts = new StringBuilder();
    for (String script : SCRIPTS) {
      boolean ofOthers = PAGES.containsValue(script) && !script.equals(own);
      boolean unused = script.equals(CHARTS) && kind.equals("dictionary");
      if (!ofOthers && !unused) {
        scripts.append("<script src=\"assets/").append(script).append("\"></script>\n");
      }
    }
    return text("page.html").replace(KIND, kind).replace("@scripts@", scripts).replace(DATA, json);
  }
}
