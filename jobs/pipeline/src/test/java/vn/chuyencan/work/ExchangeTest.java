package vn.chuyencan.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces arrive in their partition, each once, wherever they waited. */
class ExchangeTest {

  /** All in files, some, none. */
  @ParameterizedTest
  @ValueSource(longs = {0, 40, 1 << 20})
  void everyPieceComesOnceToItsPartition(long capacity) throws IOException {
    try (Exchange exchange = new Exchange(3, capacity)) {
      for (int i = 0; i < 30; i++) {
        exchange.add(new Piece(i % 2, bytes("piece " + i)));
      }
      exchange.add(new Piece(1, new byte[0]));

      assertThat(texts(exchange.take(0))).hasSize(15).contains("piece 0", "piece 28");
      assertThat(texts(exchange.take(1))).hasSize(16).contains("piece 1", "piece 29", "");
      Iterator<byte[]> none = exchange.take(2);
      assertThat(none.hasNext()).isFalse();
      assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(Iterator<byte[]> pieces) {
    List<String> texts = new ArrayList<>();
    pieces.forEachRemaining(piece -> texts.add(new String(piece, StandardCharsets.UTF_8)));
    assertThat(texts).doesNotHaveDuplicates();
    return texts;
  }
}
