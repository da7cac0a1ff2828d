package vn.chuyencan.source.lrs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** Settings in the making. What is not said has its usual value; null takes a value back. */
public final class LrsSettingsBuilder {
  private static final String URL_EXAMPLE = "https://lrs.example/xapi";
  private static final String PROXY_EXAMPLE = "http://proxy.example:3128";
  private static final int LAST_PORT = 65_535;

  private final String source;
  private final String url;
  private final List<Fault> faults = new ArrayList<>();
  private String user;
  private Secret password;
  private Secret token;
  private int limit = 500;
  private FiltersOn filtersOn = FiltersOn.AUTO;
  private Duration overlap;
  private Instant since;
  private String version = "1.0.3";
  private LrsPatience patience = LrsPatience.USUAL;
  private String proxy;
  private Path trustStore;
  private Secret trustStorePassword;

  LrsSettingsBuilder(String source, String url) {
    this.source = source;
    this.url = url;
  }

  /** See {@link LrsAccess#user}. */
  public LrsSettingsBuilder user(String value) {
    this.user = value;
    return this;
  }

  /** See {@link LrsAccess#password}. */
  public LrsSettingsBuilder password(Secret value) {
    this.password = value;
    return this;
  }

  /** See {@link LrsAccess#token}. */
  public LrsSettingsBuilder token(Secret value) {
    this.token = value;
    return this;
  }

  /** See {@link LrsSettings#limit}. */
  public LrsSettingsBuilder limit(int value) {
    this.limit = value;
    return this;
  }

  /** See {@link LrsSettings#filtersOn}. */
  public LrsSettingsBuilder filtersOn(FiltersOn value) {
    this.filtersOn = value;
    return this;
  }

  /** See {@link LrsSettings#overlap}. */
  public LrsSettingsBuilder overlap(Duration value) {
    this.overlap = value;
    return this;
  }

  /** See {@link LrsSettings#since}. */
  public LrsSettingsBuilder since(Instant value) {
    this.since = value;
    return this;
  }

  /** See {@link LrsSettings#version}. */
  public LrsSettingsBuilder version(String value) {
    this.version = value;
    return this;
  }

  /** See {@link LrsSettings#patience}. */
  public LrsSettingsBuilder patience(LrsPatience value) {
    this.patience = value;
    return this;
  }

  /** See {@link LrsRoute#proxy}. */
  public LrsSettingsBuilder proxy(String value) {
    this.proxy = value;
    return this;
  }

  /** See {@link LrsRoute#trustStore}. */
  public LrsSettingsBuilder trustStore(Path file, Secret itsPassword) {
    this.trustStore = file;
    this.trustStorePassword = itsPassword;
    return this;
  }

  /**
   * The settings.
   *
   * @throws PipelineException all faults: {@link ErrorCode#CONFIGURATION_VALUE_INVALID}, {@link
   *     ErrorCode#CONFIGURATION_VALUE_MISSING}
   */
  public LrsSettings build() {
    URI endpoint = endpoint();
    URI way = proxy();
    access();
    check(limit >= 0, "limit", Integer.toString(limit), "0 …");
    check(overlap == null || isPositive(overlap), "overlap", String.valueOf(overlap), "PT1H");
    check(version.matches("[12]\\.[0-9]+(\\.[0-9]+)?"), "version", version, "1.0.3, 2.0.0");
    patience();
    if (!faults.isEmpty()) {
      throw new PipelineException(faults);
    }
    return new LrsSettings(
        source,
        endpoint,
        new LrsAccess(user, password, token),
        limit,
        filtersOn,
        overlap,
        since,
        version,
        patience,
        new LrsRoute(way, trustStore, trustStorePassword));
  }

  private URI endpoint() {
    URI address = uri(url);
    // A user and password in the address would be seen in every message.
    boolean right =
        isHttp(address)
            && address.getRawUserInfo() == null
            && address.getRawQuery() == null
            && address.getRawFragment() == null;
    check(right, "url", shown(address, url), URL_EXAMPLE);
    return address;
  }

  private URI proxy() {
    if (proxy == null) {
      return null;
    }
    URI address = uri(proxy);
    boolean right =
        isHttp(address)
            && "http".equals(address.getScheme().toLowerCase(Locale.ROOT))
            && address.getRawUserInfo() == null
            && address.getPort() > 0
            && address.getPort() <= LAST_PORT;
    check(right, "proxy", shown(address, proxy), PROXY_EXAMPLE);
    return address;
  }

  private void access() {
    if (user != null) {
      check(!user.isEmpty() && user.indexOf(':') < 0, "user", user, "reader");
      check(token == null, "token", "***", "user + password | token");
      if (password == null) {
        faults.add(fault(ErrorCode.CONFIGURATION_VALUE_MISSING, "password", "${env:LRS_PASSWORD}"));
      }
    } else if (password != null) {
      faults.add(fault(ErrorCode.CONFIGURATION_VALUE_MISSING, "user", "user: reader"));
    }
  }

  private void patience() {
    check(
        isPositive(patience.connectTimeout()),
        "connect_timeout",
        patience.connectTimeout().toString(),
        "PT30S");
    check(isPositive(patience.timeout()), "timeout", patience.timeout().toString(), "PT5M");
    check(
        patience.maxRetries() >= 0, "max_retries", Integer.toString(patience.maxRetries()), "0 …");
    check(!patience.pause().isNegative(), "pause", patience.pause().toString(), "PT0.5S");
  }

  private void check(boolean right, String key, String found, String example) {
    if (!right) {
      faults.add(
          Fault.at(
              ErrorCode.CONFIGURATION_VALUE_INVALID,
              "",
              0,
              "sources." + source + "." + key,
              found,
              example));
    }
  }

  private Fault fault(ErrorCode code, String key, String example) {
    return new Fault(code, "", 0, "sources." + source + "." + key, List.of(key, example));
  }

  private static boolean isPositive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  private static boolean isHttp(URI address) {
    return address != null
        && address.getHost() != null
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }

  /** An address as a message may show it. */
  private static String shown(URI address, String text) {
    return address == null || address.getRawUserInfo() == null
        ? text.replaceAll("//[^/]*@", "//***@")
        : text.replace(address.getRawUserInfo(), "***");
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException wrong) {
      return null;
    }
  }
}
