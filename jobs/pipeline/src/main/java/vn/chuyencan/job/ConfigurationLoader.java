package vn.chuyencan.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.policy.PolicyLoader;
import vn.chuyencan.policy.YamlCodes;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.policy.YamlDocument;
import vn.chuyencan.table.OperatorKey;
import vn.chuyencan.table.Vault;

/** Reads the configuration file; one that is wrong is refused with all its faults and lines. */
public final class ConfigurationLoader {
  private static final String ZONE = "Asia/Ho_Chi_Minh";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");

  private final Path base;
  private final List<Fault> faults = new ArrayList<>();

  private ConfigurationLoader(Path base) {
    this.base = base;
  }

  /**
   * Reads a file.
   *
   * @param file its path
   * @param environment the value of an environment variable, or null
   * @throws PipelineException {@link ErrorCode#CONFIGURATION_NOT_FOUND}, {@link
   *     ErrorCode#CONFIGURATION_UNREADABLE}, {@link ErrorCode#CONFIGURATION_NOT_UTF8}, or all
   *     faults of the file
   */
  public static Configuration load(Path file, UnaryOperator<String> environment) {
    return fromText(file, text(file), environment);
  }

  /**
   * Reads the text of a file that is about to be written.
   *
   * @throws PipelineException as {@link #load} does
   */
  public static Configuration read(Path file, String text, UnaryOperator<String> environment) {
    return fromText(file, text, environment);
  }

  /** The kinds of sources, as the configuration calls them. */
  public static List<String> sourceKinds() {
    return SourceLoader.KINDS;
  }

  private static String text(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new PipelineException(
          Fault.of(ErrorCode.CONFIGURATION_NOT_FOUND, file.toString()), absent);
    } catch (IOException unreadable) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.CONFIGURATION_UNREADABLE,
              file.toString(),
              Reason.ofNamed(file, unreadable)),
          unreadable);
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()) {
      int line = 1 + (int) text.flip().chars().filter(character -> character == '\n').count();
      throw new PipelineException(
          Fault.at(
              ErrorCode.CONFIGURATION_NOT_UTF8,
              file.toString(),
              line,
              "",
              Integer.toString(rest.position() + 1)));
    }
    String read = text.flip().toString();
    // Windows editors begin a UTF-8 file with a byte order mark, which is not part of it.
    return read.startsWith("\uFEFF") ? read.substring(1) : read;
  }

  /** Reads the text of a file; see {@link #load}. */
  static Configuration fromText(Path file, String text, UnaryOperator<String> environment) {
    YamlDocument document = YamlDocument.of(file.toString(), YamlCodes.CONFIGURATION, text);
    ConfigurationLoader loader =
        new ConfigurationLoader(file.toAbsolutePath().normalize().getParent());
    JsonNode resolved = loader.resolve(document, document.root(), "", environment);
    Configuration configuration =
        loader.read(YamlCursor.root(document.withRoot(resolved), loader.faults));
    if (!loader.faults.isEmpty()) {
      throw new PipelineException(loader.faults);
    }
    return configuration;
  }

  private Configuration read(YamlCursor root) {
    root.onlyKeys(
        "institution",
        "warehouse",
        "publish",
        "registers",
        "sources",
        "policies",
        "gate",
        "integrity",
        "reports",
        "catalog",
        "log",
        "metrics",
        "on_failure",
        "vault",
        "retention",
        "audiences",
        "site");
    Configuration.Institution institution =
        institution(root.mapping("institution", "{id: hvsp, name: …, zone: " + ZONE + "}"));
    String warehouse = path(root.text("warehouse", "./warehouse"));
    List<Configuration.Source> sources = sources(root, institution.zone());
    String publish = localPath(root, "publish", root.text("publish", "./published"));
    String registers =
        localPath(root, "registers", root.optionalText("registers").orElse("registers"));
    String office = office(root);
    FoldersApart folders =
        new FoldersApart()
            .writes("warehouse", warehouse)
            .writes("publish", publish)
            .writes("audiences.office", office)
            .reads("registers", registers);
    sources.forEach(source -> folders.reads("sources " + source.id(), source.path()));
    folders.require(root);
    return new Configuration(
        institution,
        warehouse,
        publish,
        registers,
        sources,
        policies(root),
        GateLoader.read(root, sources.stream().map(Configuration.Source::id).toList()),
        IntegrityLoader.read(root),
        ReportSettingsLoader.read(root.optionalMapping("reports")),
        CatalogLoader.read(root, warehouse),
        vault(root, warehouse),
        encrypts(root, institution.key().isGiven()),
        RetentionLoader.read(root),
        office,
        new OperationLoader(this::localFile, ConfigurationLoader::duration).read(root),
        SiteSettingsLoader.read(root.optionalMapping("site")));
  }

  private String office(YamlCursor root) {
    Optional<YamlCursor> section = root.optionalMapping("audiences");
    section.ifPresent(audiences -> audiences.onlyKeys("office"));
    return section
        .flatMap(
            audiences ->
                audiences
                    .optionalText("office")
                    .map(folder -> localPath(audiences, "office", folder)))
        .orElse(null);
  }

  private String vault(YamlCursor root, String warehouse) {
    Optional<YamlCursor> section = root.optionalMapping("vault");
    section.ifPresent(vault -> vault.onlyKeys("path", "encrypt"));
    return section
        .flatMap(vault -> vault.optionalText("path"))
        .map(this::path)
        .orElseGet(() -> warehouse.isEmpty() ? "" : Vault.within(warehouse));
  }

  /** Under a secret that follows from the institution's id files would be encrypted for nobody. */
  private static boolean encrypts(YamlCursor root, boolean hasKey) {
    Optional<YamlCursor> section = root.optionalMapping("vault");
    boolean encrypts = section.flatMap(vault -> vault.optionalTruth("encrypt")).orElse(false);
    if (encrypts && !hasKey) {
      section
          .get()
          .fault(
              ErrorCode.CONFIGURATION_VALUE_MISSING,
              "encrypt",
              "institution.key",
              "institution: {key: \"${env:CHUYENCAN_KEY}\"}; vault: {encrypt: true}");
    }
    return encrypts;
  }

  /** The secret, from the configuration or from a file that nobody else may read. */
  private String key(YamlCursor cursor) {
    String key = cursor.optionalText("key").orElse(null);
    Optional<String> file = cursor.optionalText("key_file");
    if (file.isEmpty()) {
      return key;
    }
    if (key != null) {
      cursor.invalid("key_file", "key | key_file");
      return key;
    }
    return KeyFile.read(
        Path.of(path(file.get())), reason -> keyFileUnusable(cursor, file.get(), reason));
  }

  private void keyFileUnusable(YamlCursor cursor, String file, String reason) {
    cursor.fault(ErrorCode.SECRET_FILE_UNUSABLE, "key_file", file, "institution.key_file", reason);
  }

  private Configuration.Institution institution(YamlCursor cursor) {
    cursor.onlyKeys(LetterheadLoader.keysBehind("id", "name", "zone", "key", "key_file"));
    String id = identifier(cursor, "id", "hvsp");
    String name = cursor.text("name", "Học viện …");
    return new Configuration.Institution(
        id,
        name,
        zone(cursor, "zone").orElse(ZoneId.of(ZONE)),
        OperatorKey.of(id, key(cursor)),
        LetterheadLoader.read(cursor, id, name));
  }

  private List<Configuration.Source> sources(YamlCursor root, ZoneId institutionZone) {
    SourceLoader sourceReader =
        new SourceLoader(
            new SourceWords(
                this::path, ConfigurationLoader::zone, ConfigurationLoader::duration, faults::add),
            institutionZone);
    List<Configuration.Source> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlCursor cursor :
        root.mappings("sources", "[{id: lms, kind: xapi, path: ./statements}]")) {
      String id = identifier(cursor, "id", "lms");
      if (!ids.add(id)) {
        cursor.invalid("id", "an id that no other source has");
      }
      sources.add(sourceReader.read(id, cursor));
    }
    return sources;
  }

  /** Bundled names as they are; everything else is a file. */
  private List<String> policies(YamlCursor root) {
    if (!root.has("policies")) {
      return List.of();
    }
    return root.texts("policies", "[flipped-classroom]").stream()
        .map(name -> PolicyLoader.bundledNames().contains(name) ? name : path(name))
        .toList();
  }

  private static String identifier(YamlCursor cursor, String key, String example) {
    String id = cursor.text(key, example);
    if (!id.isEmpty() && !IDENTIFIER.matcher(id).matches()) {
      cursor.invalid(key, "A-Z a-z 0-9 . _ -");
    }
    return id;
  }

  private static Optional<ZoneId> zone(YamlCursor cursor, String key) {
    return cursor
        .optionalText(key)
        .flatMap(
            name -> {
              try {
                return Optional.of(ZoneId.of(name));
              } catch (DateTimeException unknown) {
                cursor.invalid(key, ZONE);
                return Optional.empty();
              }
            });
  }

  private static Optional<Duration> duration(YamlCursor cursor, String key) {
    return cursor
        .optionalText(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(Duration.parse(text));
              } catch (DateTimeException unknown) {
                cursor.invalid(key, "PT24H");
                return Optional.empty();
              }
            });
  }

  /** A path as the jobs need it: absolute, or with the scheme of its file system. */
  private String path(String text) {
    return text.isEmpty() || WITH_SCHEME.matcher(text).matches()
        ? text
        : base.resolve(text).normalize().toString();
  }

  /** A directory of this machine; a scheme would be taken for the name of a folder. */
  private String localPath(YamlCursor cursor, String key, String text) {
    if (WITH_SCHEME.matcher(text).matches()) {
      cursor.invalid(key, "./" + key);
      return "";
    }
    return path(text);
  }

  private Optional<Path> localFile(YamlCursor cursor, String key) {
    return cursor
        .optionalText(key)
        .map(text -> localPath(cursor, key, text))
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  /** The tree with every {@code ${env:NAME}} replaced. */
  private JsonNode resolve(
      YamlDocument document, JsonNode node, String pointer, UnaryOperator<String> environment) {
    if (node.isObject()) {
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              entry ->
                  result.set(
                      entry.getKey(),
                      resolve(
                          document,
                          entry.getValue(),
                          pointer + "/" + entry.getKey(),
                          environment)));
      return result;
    }
    if (node.isArray()) {
      ArrayNode result = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < node.size(); i++) {
        result.add(resolve(document, node.get(i), pointer + "/" + i, environment));
      }
      return result;
    }
    return node.isTextual()
        ? TextNode.valueOf(substitute(document, node.asText(), pointer, environment))
        : node;
  }

  private String substitute(
      YamlDocument document, String text, String pointer, UnaryOperator<String> environment) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String value = environment.apply(matcher.group(1));
      if (value == null) {
        faults.add(
            Fault.at(
                ErrorCode.CONFIGURATION_VARIABLE_UNSET,
                document.file(),
                document.line(pointer),
                "",
                matcher.group(1)));
      }
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    String whole = matcher.appendTail(result).toString();
    if (whole.indexOf('\0') >= 0) {
      // No path and no name may hold it, and nobody sees it.
      faults.add(
          Fault.at(
              ErrorCode.CONFIGURATION_VALUE_INVALID,
              document.file(),
              document.line(pointer),
              YamlDocument.path(pointer.substring(1)),
              whole.replace("\0", "\\0"),
              whole.replace("\0", "")));
    }
    return whole.replace("\0", "");
  }
}
