package vn.chuyencan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A terminal's last line, which is written over, beneath lines that stay. Whatever else is written
 * takes the place of the line first, so that no two of them ever share one.
 */
final class StatusLine extends OutputStream {
  private static final String ERASE = "\r\u001b[2K";

  // The terminal cuts what is too long, also after somebody made it narrower.
  private static final String CUT = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final OutputStream terminal;
  private boolean shown;
  private boolean ended;

  StatusLine(OutputStream terminal) {
    this.terminal = terminal;
  }

  /** Shows a line in the place of the one before. */
  synchronized void show(String line) throws IOException {
    if (!ended) {
      put(ERASE + CUT + line + WRAP);
      shown = true;
    }
  }

  /** Shows nothing any more: the process is ending. */
  synchronized void end() {
    ended = true;
  }

  /** Takes the line away. */
  synchronized void clear() throws IOException {
    if (shown) {
      shown = false;
      put(ERASE);
    }
  }

  private void put(String text) throws IOException {
    terminal.write(text.getBytes(StandardCharsets.UTF_8));
    terminal.flush();
  }

  @Override
  public synchronized void write(int one) throws IOException {
    clear();
    terminal.write(one);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    clear();
    terminal.write(bytes, from, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    terminal.flush();
  }
}
