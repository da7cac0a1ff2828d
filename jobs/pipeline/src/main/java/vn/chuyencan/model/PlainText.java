package vn.chuyencan.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a person reads it, however a program wrote it; pure. A record may write a name with the
 * escapes of JSON, an address with those of a URL, a page with those of HTML, and a letter with its
 * accent as one character or as several.
 */
final class PlainText {
  /** More than one backslash where JSON was put into JSON. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\+(?:u([0-9a-fA-F]{4})|([nrtbf/\"]))");

  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

  /** Of the names that HTML has for letters those of letters of Viet Nam; others have numbers. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#([0-9]{1,6})|#[xX]([0-9a-fA-F]{1,5})|([a-zA-Z])(grave|acute|circ|tilde)|(nbsp)|amp);");

  private static final Map<String, String> ACCENTS =
      Map.of("grave", "\u0300", "acute", "\u0301", "circ", "\u0302", "tilde", "\u0303");

  private static final String SIGNS = "/\"";
  private static final int DEEPEST = 3;

  private PlainText() {}

  /** The text without escapes, its letters composed (Unicode NFC). */
  static String of(String text) {
    String plain = text;
    for (int depth = 0; depth < DEEPEST; depth++) {
      String before = plain;
      plain = PERCENT.matcher(unescaped(plain)).replaceAll(PlainText::octets);
      plain =
          plain.indexOf('&') < 0 ? plain : REFERENCE.matcher(plain).replaceAll(PlainText::letter);
      if (plain.equals(before)) {
        break;
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** The same in small letters: equal texts, equal persons. */
  static String folded(String text) {
    return Normalizer.normalize(of(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static String unescaped(String text) {
    return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll(PlainText::escaped);
  }

  private static String escaped(MatchResult match) {
    String code = match.group(1);
    if (code != null) {
      return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code, 16)));
    }
    // Ends of lines and the like part words.
    return SIGNS.contains(match.group(2)) ? match.group(2) : " ";
  }

  private static String letter(MatchResult match) {
    String letter;
    if (match.group(1) != null) {
      letter = Character.toString(Integer.parseInt(match.group(1)));
    } else if (match.group(2) != null) {
      letter = Character.toString(Integer.parseInt(match.group(2), 16));
    } else if (match.group(3) != null) {
      letter = match.group(3) + ACCENTS.get(match.group(4));
    } else {
      letter = match.group(5) == null ? "&" : " ";
    }
    return Matcher.quoteReplacement(letter);
  }

  private static String octets(MatchResult match) {
    String written = match.group();
    ByteBuffer octets = ByteBuffer.allocate(written.length() / 3);
    for (int place = 1; place < written.length(); place += 3) {
      octets.put((byte) Integer.parseInt(written.substring(place, place + 2), 16));
    }
    return Matcher.quoteReplacement(new String(octets.array(), StandardCharsets.UTF_8));
  }
}
