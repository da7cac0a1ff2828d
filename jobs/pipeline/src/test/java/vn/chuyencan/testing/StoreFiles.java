package vn.chuyencan.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * A file system as a store of objects gives one, under the scheme {@code store} over this machine's
 * files: a rename copies and then deletes, replaces what is there, and nobody has permissions.
 */
public final class StoreFiles extends RawLocalFileSystem {
  private static final URI STORE = URI.create("store://bucket/");

  /** For Hadoop, which makes file systems by their class. */
  public StoreFiles() {}

  /** Settings under which {@code store://bucket/…} is to be found. */
  public static Configuration settings(Configuration others) {
    Configuration settings = new Configuration(others);
    settings.set("fs.store.impl", StoreFiles.class.getName());
    settings.set("fs.AbstractFileSystem.store.impl", Context.class.getName());
    return settings;
  }

  /** The place in the store of a path of this machine. */
  public static String place(java.nio.file.Path path) {
    return "store://bucket" + path.toAbsolutePath();
  }

  @Override
  public String getScheme() {
    return "store";
  }

  @Override
  public URI getUri() {
    return STORE;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return FileUtil.copy(this, from, this, to, true, true, getConf());
  }

  @Override
  public void setPermission(Path path, FsPermission permission) {
    // A store of objects has none.
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return PlainStatus.of(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    FileStatus[] all = super.listStatus(path);
    for (int index = 0; index < all.length; index++) {
      all[index] = PlainStatus.of(all[index]);
    }
    return all;
  }

  /** The same for the newer of Hadoop's two interfaces. */
  public static final class Context extends DelegateToFileSystem {

    /** As Hadoop calls it. */
    public Context(URI uri, Configuration settings) throws IOException, URISyntaxException {
      super(uri, new StoreFiles(), settings, "store", false);
    }
  }
}
