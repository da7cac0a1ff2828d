package vn.chuyencan.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A file system {@code kept:} whose root is a folder of this machine, wherever that lies: so a
 * lake, which names its files by absolute paths, can be unpacked anywhere.
 */
public final class KeptFileSystem extends RawLocalFileSystem {
  private static final URI NAME = URI.create("kept:///");
  private static final String ROOT = "fs.kept.root";

  /** For Hadoop, which makes it by its name. */
  public KeptFileSystem() {}

  /** Settings under which {@code kept:///} is that folder. */
  public static Configuration at(java.nio.file.Path root) {
    Configuration settings = new Configuration();
    settings.set("fs.kept.impl", KeptFileSystem.class.getName());
    settings.set("fs.kept.impl.disable.cache", "true");
    settings.set("fs.AbstractFileSystem.kept.impl", Contexts.class.getName());
    settings.set(ROOT, root.toString());
    return settings;
  }

  @Override
  public URI getUri() {
    return NAME;
  }

  @Override
  public String getScheme() {
    return NAME.getScheme();
  }

  @Override
  public File pathToFile(Path path) {
    checkPath(path);
    Path absolute = path.isAbsolute() ? path : new Path(getWorkingDirectory(), path);
    return new File(getConf().get(ROOT), absolute.toUri().getPath());
  }

  @Override
  protected Path getInitialWorkingDirectory() {
    return new Path("kept:///");
  }

  @Override
  public Path getHomeDirectory() {
    return new Path("kept:///");
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

  /** The same for Hadoop's other interface. */
  public static final class Contexts extends DelegateToFileSystem {

    /** For Hadoop, which makes it by its name. */
    public Contexts(URI uri, Configuration settings) throws IOException, URISyntaxException {
      super(uri, KeptFileSystem.of(settings), settings, "kept", false);
    }
  }

  private static KeptFileSystem of(Configuration settings) throws IOException {
    KeptFileSystem system = new KeptFileSystem();
    system.initialize(NAME, settings);
    return system;
  }
}
