package vn.chuyencan.xapi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes fingerprints: the first 64 bits of HMAC-SHA-256 under the institution's secret. Neither an
 * address nor a text can be read from one; two that are equal have one. Not safe for use by two
 * threads.
 */
public final class Fingerprinter {
  private static final int REMEMBERED = 1 << 12;

  private static final Pattern QUOTED =
      Pattern.compile(
          "<blockquote\\b.*?</blockquote\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#?[0-9A-Za-z]{1,8});");
  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");
  private static final Pattern QUOTATION_MARK = Pattern.compile("[\"'`´“”„‘’‚«»‹›]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private final Fingerprints wanted;
  private final ActorKeys keys;
  private final Map<String, OptionalLong> addresses = new HashMap<>();

  /**
   * Of a text.
   *
   * @param key its fingerprint
   * @param characters its length as it was compared
   */
  public record Text(long key, int characters) {}

  /**
   * @param wanted of what fingerprints are taken; of anything else none is
   */
  public Fingerprinter(Fingerprints wanted) {
    this.wanted = wanted;
    this.keys = wanted.isNone() ? null : new ActorKeys(wanted.secret());
  }

  /**
   * The fingerprint of a network address. Its last bit tells IPv4 (0) from IPv6 (1), for one device
   * may use both at once; of an IPv6 address the network counts, for a device changes the rest.
   *
   * @param address as logs write it; may be null
   * @return empty when none is wanted, or the text is no address of a person's device
   */
  public OptionalLong address(String address) {
    if (address == null || !wanted.wants(Fingerprints.Thing.ADDRESS)) {
      return OptionalLong.empty();
    }
    OptionalLong known = addresses.get(address);
    if (known == null) {
      if (addresses.size() >= REMEMBERED) {
        addresses.clear();
      }
      known = fingerprint(address.strip().toLowerCase(Locale.ROOT));
      addresses.put(address, known);
    }
    return known;
  }

  private OptionalLong fingerprint(String address) {
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return OptionalLong.empty();
    }
    byte[] bytes;
    try {
      // A literal: nobody is asked for a name.
      bytes = InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException noAddress) {
      return OptionalLong.empty();
    }
    boolean nowhere = true;
    for (byte one : bytes) {
      nowhere &= one == 0;
    }
    if (nowhere) {
      return OptionalLong.empty();
    }
    boolean six = bytes.length > Integer.BYTES;
    String network =
        six
            ? "6 " + Long.toHexString(ByteBuffer.wrap(bytes).getLong())
            : "4 " + Integer.toHexString(ByteBuffer.wrap(bytes).getInt());
    long key = keys.of("address\n" + network);
    return OptionalLong.of(six ? key | 1 : key & ~1L);
  }

  /** Whether fingerprints of texts are taken. */
  boolean takesTexts() {
    return wanted.wants(Fingerprints.Thing.TEXT);
  }

  /**
   * The fingerprint of a post's text, which is compared without markup, quotations of others,
   * quotation marks, and the difference of cases, of spaces and of ways to write a letter.
   *
   * @param text as the platform keeps it; may be null
   * @return null when none is wanted, or nothing is left of the text
   */
  public Text text(String text) {
    if (text == null || !wanted.wants(Fingerprints.Thing.TEXT)) {
      return null;
    }
    String compared = compared(text);
    return compared.isEmpty()
        ? null
        : new Text(keys.of("text\n" + compared), compared.codePointCount(0, compared.length()));
  }

  /** A text as it is compared. */
  static String compared(String text) {
    String plain = text;
    if (plain.indexOf('<') >= 0) {
      plain = TAG.matcher(QUOTED.matcher(plain).replaceAll(" ")).replaceAll(" ");
    }
    plain =
        ENTITY
            .matcher(plain)
            .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    plain = QUOTED_LINE.matcher(plain).replaceAll(" ");
    plain = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    plain = QUOTATION_MARK.matcher(plain).replaceAll("");
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }

  private static String character(String entity) {
    String known = ENTITIES.get(entity);
    if (known != null || entity.charAt(0) != '#') {
      return known == null ? " " : known;
    }
    try {
      boolean hexadecimal = entity.length() > 1 && (entity.charAt(1) | 0x20) == 'x';
      int point =
          hexadecimal
              ? Integer.parseInt(entity.substring(2), 16)
              : Integer.parseInt(entity.substring(1));
      return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
    } catch (NumberFormatException none) {
      return " ";
    }
  }
}
