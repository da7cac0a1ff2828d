package vn.chuyencan.source.lrs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The addresses of one LRS. Whatever the server names, what comes out of here lies at the
 * configured scheme, host and port, for the password or token is sent there.
 */
final class Endpoint {
  /** What an address may hold as it is; everything else is written as %XX. */
  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final String origin;
  private final URI base;
  private final URI statements;

  Endpoint(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    this.base = url;
    this.origin = scheme + "://" + url.getRawAuthority();
    String path = url.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String whole = path.endsWith("/statements") ? path : path + "/statements";
    this.statements = URI.create(origin + whole);
  }

  /** What is asked, as messages show it. */
  String shown() {
    return statements.toString();
  }

  /**
   * The address of a first page.
   *
   * @param since exclusive; null: from the beginning. Cut to milliseconds, which every server
   *     reads.
   * @param limit 0: as many as the server likes
   */
  URI query(Instant since, int limit) {
    StringBuilder query = new StringBuilder("?ascending=true&attachments=false");
    if (limit > 0) {
      query.append("&limit=").append(limit);
    }
    if (since != null) {
      query.append("&since=").append(since.truncatedTo(ChronoUnit.MILLIS));
    }
    return URI.create(statements + query.toString());
  }

  /**
   * The address that {@code more} or a redirect names.
   *
   * @param reference an absolute address, one of the host, or one relative to the page
   * @param from the page on which it stands
   * @throws ForeignAddress if it leads elsewhere
   */
  URI follow(String reference, URI from) throws ForeignAddress {
    String text = encoded(reference.strip());
    if (text.startsWith("?")) {
      // The JDK resolves by an old standard, in which this drops the page's own name.
      text = from.getRawPath() + text;
    }
    URI target;
    try {
      target = from.resolve(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw new ForeignAddress(reference);
    }
    if (!isHome(target)) {
      throw new ForeignAddress(shown(target));
    }
    String path = target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return URI.create(origin + (path.isEmpty() ? "/" : path) + query);
  }

  /** Behind a proxy a server may think that it speaks http, or at the usual port: that is home. */
  private boolean isHome(URI target) {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return false;
    }
    boolean usualPort = target.getPort() < 0 || target.getPort() == portOf(scheme);
    return base.getHost().equalsIgnoreCase(target.getHost())
        && target.getRawUserInfo() == null
        && (usualPort || target.getPort() == port());
  }

  private int port() {
    return base.getPort() >= 0 ? base.getPort() : portOf(base.getScheme());
  }

  private static int portOf(String scheme) {
    return scheme.equalsIgnoreCase("https") ? HTTPS_PORT : HTTP_PORT;
  }

  /** An address without what may be secret in it. */
  private static String shown(URI address) {
    if (address.getHost() == null) {
      return address.getScheme() + ":…";
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  /**
   * An IRI as an URI: servers write spaces, braces and letters of all scripts into {@code more}.
   */
  private static String encoded(String iri) {
    byte[] bytes = iri.getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      char sign = (char) (bytes[i] & 0xff);
      boolean plain = sign < 128 && (Character.isLetterOrDigit(sign) || ALLOWED.indexOf(sign) >= 0);
      if (plain && (sign != '%' || isEscape(bytes, i))) {
        text.append(sign);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) sign));
      }
    }
    return text.toString();
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  /** An address that is not the LRS's. */
  static final class ForeignAddress extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param shown the address, without what may be secret in it
     */
    ForeignAddress(String shown) {
      super(shown);
    }
  }
}
