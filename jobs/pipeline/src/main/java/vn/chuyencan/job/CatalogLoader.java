package vn.chuyencan.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.source.moodle.JdbcAddress;
import vn.chuyencan.table.CatalogSettings;

/** Reads the section {@code catalog} of the configuration: what names the tables of the lake. */
final class CatalogLoader {
  private static final List<String> KINDS = List.of("hadoop", "jdbc", "rest");
  private static final String OF_JDBC = "jdbc:postgresql://127.0.0.1:5432/lake";
  private static final String OF_REST = "https://catalog.example.edu.vn";

  private static final String OF_DRIVER = "jdbc.";

  /** What Iceberg's catalog itself hears under that beginning. */
  private static final Set<String> OF_CATALOG =
      Set.of("jdbc.init-catalog-tables", "jdbc.schema-version", "jdbc.strict-mode");

  /** What the section says under keys of its own, or what the program says itself. */
  private static final Set<String> OWN = Set.of("type", "uri");

  /** By such properties Iceberg loads whatever class they name. */
  private static final Pattern OF_CLASS = Pattern.compile("(?i).*([.-]impl|factory)");

  /** An address with a user or a password before its host. */
  private static final Pattern WITH_USER = Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]*://[^/?#]*@.*");

  private final YamlCursor cursor;
  private final Map<String, String> properties = new HashMap<>();

  private CatalogLoader(YamlCursor cursor) {
    this.cursor = cursor;
  }

  /** The catalog; the warehouse's folders without the section. */
  static CatalogSettings read(YamlCursor root, String warehouse) {
    Optional<YamlCursor> section = root.optionalMapping("catalog");
    CatalogSettings settings =
        section.isEmpty() ? CatalogSettings.FOLDERS : new CatalogLoader(section.get()).settings();
    if (settings.isUnsafeIn(warehouse)) {
      root.fault(ErrorCode.CATALOG_NEEDS_RENAME, "warehouse", warehouse);
    }
    return settings;
  }

  private CatalogSettings settings() {
    String kind = cursor.choice("kind", KINDS);
    cursor
        .optionalMapping("properties")
        .ifPresent(
            given ->
                given
                    .keys()
                    .forEach(
                        key ->
                            given.optionalText(key).ifPresent(text -> properties.put(key, text))));
    refuse(kind);
    properties.put("type", kind);
    return switch (kind) {
      case "jdbc" -> jdbc();
      case "rest" -> rest();
      default -> {
        cursor.onlyKeys("kind", "properties");
        yield new CatalogSettings(
            CatalogSettings.Kind.HADOOP, CatalogSettings.NAME, "", properties);
      }
    };
  }

  /** The guard of addresses, for what does not stand in an address. */
  private void refuse(String kind) {
    for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
      String key = property.getKey();
      // Only a server has a name of its own for the warehouse.
      boolean place = key.equals("warehouse") && !kind.equals("rest");
      if (OWN.contains(key) || place || OF_CLASS.matcher(key).matches()) {
        cursor.fault(ErrorCode.CATALOG_PROPERTY_REFUSED, "properties", key);
      } else {
        refuseUser("properties", key, property.getValue());
      }
    }
  }

  /** Messages of servers and proxies show addresses, and with them what stands in them. */
  private void refuseUser(String key, String name, String address) {
    if (WITH_USER.matcher(address.strip()).matches()) {
      cursor.fault(ErrorCode.CATALOG_ADDRESS_WITH_USER, key, name);
    }
  }

  private CatalogSettings jdbc() {
    cursor.onlyKeys("kind", "uri", "name", "user", "password", "properties");
    String uri = uri("jdbc:", OF_JDBC);
    JdbcAddress.refusedParameter(uri)
        .ifPresent(name -> cursor.fault(ErrorCode.CONFIGURATION_PARAMETER_REFUSED, "uri", name));
    refuseProperties();
    put("user", "jdbc.user");
    put("password", "jdbc.password");
    String name = cursor.optionalText("name").orElse(CatalogSettings.NAME);
    return new CatalogSettings(CatalogSettings.Kind.JDBC, name, uri, properties);
  }

  /** Iceberg hands these to the driver, as if they stood in the address. */
  private void refuseProperties() {
    for (String key : new TreeSet<>(properties.keySet())) {
      if (key.startsWith(OF_DRIVER)
          && !OF_CATALOG.contains(key)
          && !JdbcAddress.isLetThrough(key.substring(OF_DRIVER.length()))) {
        cursor.fault(ErrorCode.CONFIGURATION_PARAMETER_REFUSED, "properties", key);
      }
    }
  }

  private CatalogSettings rest() {
    cursor.onlyKeys("kind", "uri", "credential", "token", "properties");
    String uri = uri("http", OF_REST);
    put("credential", "credential");
    put("token", "token");
    return new CatalogSettings(CatalogSettings.Kind.REST, CatalogSettings.NAME, uri, properties);
  }

  private String uri(String begins, String example) {
    String uri = cursor.text("uri", example);
    if (!uri.isEmpty() && !uri.startsWith(begins)) {
      cursor.invalid("uri", example);
    }
    refuseUser("uri", "uri", uri);
    properties.put("uri", uri);
    return uri;
  }

  /** An empty password, as of an empty variable, is none. */
  private void put(String key, String property) {
    cursor.filledText(key).ifPresent(text -> properties.put(property, text));
  }
}
