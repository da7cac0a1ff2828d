package vn.chuyencan.planted.machine.table;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Asks for the default charset in every way. */
@SuppressWarnings({"DefaultCharset"})
final class AsksForTheCharset {

  private AsksForTheCharset() {}

  static byte[] bytes(String text) {
    return text.getBytes();
  }

  static String text(byte[] bytes) {
    return new String(bytes);
  }

  static Reader reader(InputStream stream) {
    return new InputStreamReader(stream);
  }

  static Charset charset() {
    return Charset.defaultCharset();
  }
}
