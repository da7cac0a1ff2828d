package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Fraction;

/**
 * Reads one mapping of a {@link YamlDocument} key by key and notes every fault with its line
 * instead of stopping at the first. After a fault a reader goes on with a harmless value; nothing
 * read may be used unless the list of faults is empty at the end.
 */
public final class YamlCursor {
  private final YamlDocument document;
  private final List<Fault> faults;
  private final JsonNode node;
  private final String pointer;

  private YamlCursor(YamlDocument document, List<Fault> faults, JsonNode node, String pointer) {
    this.document = document;
    this.faults = faults;
    this.node = node;
    this.pointer = pointer;
  }

  /** The top of the document; faults are added to that list. */
  public static YamlCursor root(YamlDocument document, List<Fault> faults) {
    YamlCursor cursor = new YamlCursor(document, faults, document.root(), "");
    cursor.checkMapping();
    return cursor;
  }

  private void checkMapping() {
    if (!node.isObject()) {
      faults.add(
          Fault.at(
              document.codes().valueInvalid(),
              document.file(),
              document.line(pointer),
              YamlDocument.path(pointer),
              shown(node),
              "{…}"));
    }
  }

  /** Notes every key that is not among these. */
  public void onlyKeys(String... known) {
    Set<String> keys = new LinkedHashSet<>(Arrays.asList(known));
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                fault(document.codes().keyUnknown(), key, key, String.join(", ", keys));
              }
            });
  }

  /** The keys that are there, in the file's order. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether the key is there with a value. */
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** The value of a key as it stands; a missing node when there is none. */
  JsonNode node(String key) {
    return node.path(key);
  }

  /** The line of a key, or of this mapping when the key is not there. */
  public int line(String key) {
    return document.line(child(key));
  }

  /** Text that must be there; {@code example} shows a reader what is meant. */
  public String text(String key, String example) {
    if (!has(key)) {
      missing(key, example);
      return "";
    }
    return optionalText(key).orElse("");
  }

  /** Text that may be there; a number or a truth value is text too. */
  public Optional<String> optionalText(String key) {
    JsonNode value = node.path(key);
    if (!has(key)) {
      return Optional.empty();
    }
    if (!value.isValueNode() || value.asText().isBlank()) {
      invalid(key, "\"…\"");
      return Optional.empty();
    }
    return Optional.of(value.isNumber() ? value.decimalValue().toPlainString() : value.asText());
  }

  /** Text that may be there; an empty one, as of an empty variable, is as none. */
  public Optional<String> filledText(String key) {
    JsonNode value = node.path(key);
    return value.isTextual() && value.textValue().isEmpty() ? Optional.empty() : optionalText(key);
  }

  /** A number that must be there, exactly. */
  public Fraction number(String key, String example) {
    if (!has(key)) {
      missing(key, example);
      return Fraction.ZERO;
    }
    return optionalNumber(key, example).orElse(Fraction.ZERO);
  }

  /** A number that may be there, exactly. */
  public Optional<Fraction> optionalNumber(String key, String example) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      invalid(key, example);
      return Optional.empty();
    }
    return Optional.of(Fraction.of(value.decimalValue()));
  }

  /** A truth value that may be there. */
  public Optional<Boolean> optionalTruth(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      invalid(key, "true | false");
      return Optional.empty();
    }
    return Optional.of(value.booleanValue());
  }

  /** A date that must be there. */
  public LocalDate date(String key) {
    if (!has(key)) {
      missing(key, "2026-09-07");
      return LocalDate.EPOCH;
    }
    return optionalDate(key).orElse(LocalDate.EPOCH);
  }

  /** A date that may be there. */
  public Optional<LocalDate> optionalDate(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(node.path(key).asText()));
    } catch (DateTimeException notADate) {
      invalid(key, "2026-09-07");
      return Optional.empty();
    }
  }

  /** One of these words, which must be there; the first of them after a fault. */
  public String choice(String key, List<String> words) {
    String expected = String.join(" | ", words);
    String word = text(key, expected);
    if (words.contains(word)) {
      return word;
    }
    if (!word.isEmpty()) {
      invalid(key, expected);
    }
    return words.get(0);
  }

  /** A mapping that must be there; an empty one after a fault. */
  public YamlCursor mapping(String key, String example) {
    if (!has(key)) {
      missing(key, example);
      return new YamlCursor(document, new ArrayList<>(), node.path(key), child(key));
    }
    return optionalMapping(key).orElseThrow();
  }

  /** A mapping that may be there. */
  public Optional<YamlCursor> optionalMapping(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    YamlCursor cursor = new YamlCursor(document, faults, node.path(key), child(key));
    cursor.checkMapping();
    boolean readable = cursor.node.isObject();
    return Optional.of(
        readable
            ? cursor
            : new YamlCursor(document, new ArrayList<>(), node.path(key), child(key)));
  }

  /** The mappings of a list that must be there and hold at least one. */
  public List<YamlCursor> mappings(String key, String example) {
    List<YamlCursor> result = new ArrayList<>();
    if (!has(key)) {
      missing(key, example);
      return result;
    }
    return optionalMappings(key, example);
  }

  /** The mappings of a list that may be there. */
  public List<YamlCursor> optionalMappings(String key, String example) {
    List<YamlCursor> result = new ArrayList<>();
    JsonNode list = node.path(key);
    if (!has(key)) {
      return result;
    }
    if (!list.isArray() || list.isEmpty()) {
      invalid(key, example);
      return result;
    }
    for (int index = 0; index < list.size(); index++) {
      YamlCursor item = new YamlCursor(document, faults, list.get(index), child(key) + "/" + index);
      item.checkMapping();
      if (item.node.isObject()) {
        result.add(item);
      }
    }
    return result;
  }

  /** The texts of a list that must be there and hold at least one. */
  public List<String> texts(String key, String example) {
    JsonNode list = node.path(key);
    if (!has(key)) {
      missing(key, example);
      return List.of();
    }
    List<String> result = new ArrayList<>();
    list.forEach(item -> result.add(item.asText("")));
    if (!list.isArray() || result.isEmpty() || result.stream().anyMatch(String::isBlank)) {
      invalid(key, example);
      return List.of();
    }
    return result;
  }

  /** Notes that the key is not there. */
  public void missing(String key, String example) {
    fault(document.codes().valueMissing(), key, key, key + ": " + example);
  }

  /** Notes that the key's value is not what is expected. */
  public void invalid(String key, String expected) {
    fault(document.codes().valueInvalid(), key, shown(node.path(key)), expected);
  }

  /** Notes another fault of a key. */
  public void fault(ErrorCode code, String key, String... arguments) {
    String place = child(key);
    faults.add(
        new Fault(
            code,
            document.file(),
            document.line(place),
            YamlDocument.path(place),
            List.of(arguments)));
  }

  private String child(String key) {
    return YamlDocument.child(pointer, key);
  }

  private static String shown(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
