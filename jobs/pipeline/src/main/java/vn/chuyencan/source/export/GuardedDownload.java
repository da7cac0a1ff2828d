package vn.chuyencan.source.export;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import vn.chuyencan.xapi.source.RecordReader.Ending;

/**
 * A download whose packed bytes may break off: it then ends there, for what was read before is
 * good, and says how it ended. Other failures stay failures.
 */
final class GuardedDownload implements Download {
  private final Download download;
  private Ending ending = Ending.WHOLE;

  GuardedDownload(Download download) {
    this.download = download;
  }

  @Override
  public String name() {
    return download.name();
  }

  /** WHOLE, or how the bytes broke off that were read so far. */
  Ending ending() {
    return ending;
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return new Guarded(download.open());
    } catch (EOFException | ZipException broken) {
      note(broken);
      return InputStream.nullInputStream();
    }
  }

  private void note(IOException broken) {
    ending = broken instanceof EOFException ? Ending.TRUNCATED : Ending.CORRUPT;
  }

  private final class Guarded extends FilterInputStream {
    Guarded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (EOFException | ZipException broken) {
        note(broken);
        return -1;
      }
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      try {
        return in.read(target, from, length);
      } catch (EOFException | ZipException broken) {
        note(broken);
        return -1;
      }
    }
  }
}
