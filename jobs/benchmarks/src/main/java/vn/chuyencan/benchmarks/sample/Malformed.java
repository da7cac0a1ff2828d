package vn.chuyencan.benchmarks.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines that no reader may accept. */
final class Malformed {
  private Malformed() {}

  /** A line cut short, an actor with a name only, a far future, a byte that is not UTF-8. */
  static List<byte[]> lines(ObjectNode model) {
    byte[] whole = bytes(model);
    byte[] cut = new byte[whole.length * 2 / 3];
    System.arraycopy(whole, 0, cut, 0, cut.length);
    ObjectNode nameless = model.deepCopy();
    nameless.putObject("actor").put("name", "Không rõ");
    ObjectNode future = model.deepCopy();
    future.put("timestamp", "2099-01-01T00:00:00.000Z");
    ObjectNode foreign = model.deepCopy();
    ((ObjectNode) foreign.get("actor")).put("name", "Andr~");
    byte[] encoded = bytes(foreign);
    for (int index = 0; index < encoded.length; index++) {
      if (encoded[index] == '~') {
        encoded[index] = (byte) 0xe9;
      }
    }
    return List.of(cut, bytes(nameless), bytes(future), encoded);
  }

  private static byte[] bytes(ObjectNode statement) {
    return Json.line(statement).getBytes(StandardCharsets.UTF_8);
  }
}
