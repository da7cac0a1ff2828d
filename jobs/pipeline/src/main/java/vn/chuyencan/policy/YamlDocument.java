package vn.chuyencan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * A YAML file as a tree that remembers the line of every key. Scalars mean what they look like:
 * decimal numbers, {@code true}, {@code false}, {@code null}; everything else is text, so that
 * {@code no}, {@code 12:30} and {@code 2026-09-07} stay as written. Text is brought to NFC.
 */
public final class YamlDocument {
  private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Aliases of aliases make more of a few lines than any memory holds. */
  private static final int MOST_NODES = 200_000;

  private final String file;
  private final YamlCodes codes;
  private final JsonNode root;
  private final Map<String, Integer> lines;
  private final Deque<Node> open = new ArrayDeque<>();
  private int nodes;

  private YamlDocument(String file, YamlCodes codes, String text) {
    this.file = file;
    this.codes = codes;
    this.lines = new HashMap<>();
    this.root = parse(text);
  }

  private YamlDocument(YamlDocument original, JsonNode root) {
    this.file = original.file;
    this.codes = original.codes;
    this.lines = original.lines;
    this.root = root;
  }

  /**
   * Reads one document.
   *
   * @param file how messages call the file
   * @param codes under which codes its faults are reported
   * @throws PipelineException when the text is not one YAML document, or a key stands twice in one
   *     place, or an alias holds itself
   */
  public static YamlDocument of(String file, YamlCodes codes, String text) {
    return new YamlDocument(file, codes, text);
  }

  /** The same file with other values in the same places, such as resolved variables. */
  public YamlDocument withRoot(JsonNode other) {
    return new YamlDocument(this, other);
  }

  public String file() {
    return file;
  }

  public YamlCodes codes() {
    return codes;
  }

  /** The whole tree; an empty object when the file holds nothing. */
  public JsonNode root() {
    return root;
  }

  /**
   * The line, from 1, of the key or item at that JSON pointer; of the nearest thing around it when
   * there is no such key.
   */
  public int line(String pointer) {
    Integer line = lines.get(pointer);
    int cut = pointer.lastIndexOf('/');
    if (line != null) {
      return line;
    }
    return cut < 0 ? 1 : line(pointer.substring(0, cut));
  }

  /** The JSON pointer of a key inside the mapping at {@code pointer}. */
  static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** A JSON pointer as people write places: {@code /criteria/2/id} as {@code criteria[2].id}. */
  public static String path(String pointer) {
    StringBuilder path = new StringBuilder();
    for (String step : pointer.split("/", -1)) {
      if (step.matches("[0-9]+")) {
        path.append('[').append(step).append(']');
      } else if (!step.isEmpty()) {
        path.append(path.length() == 0 ? "" : ".");
        path.append(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }

  private JsonNode parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(50);
    try {
      Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return node == null ? NODES.objectNode() : convert(node, "");
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      String context = broken.getContext() == null ? "" : broken.getContext() + ": ";
      throw notYaml(line, context + broken.getProblem(), broken);
    } catch (YAMLException broken) {
      throw notYaml(0, broken.getMessage(), broken);
    }
  }

  private PipelineException notYaml(int line, String problem, Throwable cause) {
    return new PipelineException(Fault.at(codes.notYaml(), file, line, "", problem), cause);
  }

  private JsonNode convert(Node node, String pointer) {
    lines.putIfAbsent(pointer, line(node));
    if (++nodes > MOST_NODES) {
      throw notYaml(line(node), "> " + MOST_NODES + " values", null);
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (open.contains(node)) {
      throw notYaml(line(node), "*" + pointer + " ∋ *" + pointer, null);
    }
    open.push(node);
    JsonNode result =
        node instanceof SequenceNode sequence
            ? sequence(sequence, pointer)
            : mapping((MappingNode) node, pointer);
    open.pop();
    return result;
  }

  private ArrayNode sequence(SequenceNode node, String pointer) {
    ArrayNode array = NODES.arrayNode();
    for (Node item : node.getValue()) {
      array.add(convert(item, pointer + "/" + array.size()));
    }
    return array;
  }

  private ObjectNode mapping(MappingNode node, String pointer) {
    ObjectNode object = NODES.objectNode();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        throw notYaml(line(tuple.getKeyNode()), "{…}: …", null);
      }
      String key = Normalizer.normalize(keyNode.getValue(), Normalizer.Form.NFC);
      String child = child(pointer, key);
      if (object.has(key)) {
        throw notYaml(line(keyNode), key + " × 2 (" + lines.get(child) + ")", null);
      }
      lines.put(child, line(keyNode));
      object.set(key, convert(tuple.getValueNode(), child));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = Normalizer.normalize(node.getValue(), Normalizer.Form.NFC);
    if (!node.isPlain()) {
      return NODES.textNode(text);
    }
    if (NUMBER.matcher(text).matches()) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return switch (text) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "", "null", "~" -> NODES.nullNode();
      default -> NODES.textNode(text);
    };
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
