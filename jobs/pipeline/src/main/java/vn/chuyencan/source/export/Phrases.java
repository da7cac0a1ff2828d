package vn.chuyencan.source.export;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which texts of downloads are kept and compared. */
final class Phrases {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,6}));");
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–",
          "mdash", "—", "hellip", "…");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");

  private Phrases() {}

  /** Composed (NFC), without space around it, with characters for HTML entities. */
  static String clean(String cell) {
    String text = cell.indexOf('&') >= 0 ? withoutEntities(cell) : cell;
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** What two headings have in common that a person would call the same. */
  static String key(String heading) {
    String text = clean(heading).replace('’', '\'').replace('ʼ', '\'').toLowerCase(Locale.ROOT);
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** Whether a cell says that there is nothing. */
  static boolean missing(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.equals("–");
  }

  /** The text, or null when the cell says that there is nothing. */
  static String optional(String cell) {
    return missing(cell) ? null : cell;
  }

  private static String withoutEntities(String cell) {
    Matcher matcher = ENTITY.matcher(cell);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(text, Matcher.quoteReplacement(character(matcher)));
    }
    return matcher.appendTail(text).toString();
  }

  private static String character(Matcher entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), entity.group());
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
  }
}
