package vn.chuyencan.source.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A file of any Hadoop file system, packed by gzip or not.
 *
 * @param name its path, fully qualified
 * @param hadoop how to reach the file system
 */
record HadoopDownload(String name, Configuration hadoop) implements Download {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  @Override
  public InputStream open() throws IOException {
    Path path = new Path(name);
    BufferedInputStream bytes = new BufferedInputStream(path.getFileSystem(hadoop).open(path));
    bytes.mark(2);
    boolean packed = bytes.read() == FIRST && bytes.read() == SECOND;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes) : bytes;
  }
}
