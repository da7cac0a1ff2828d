package vn.chuyencan.testing;

import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.table.LocalFiles;
import vn.chuyencan.work.ThreadWorkers;
import vn.chuyencan.work.Workers;

/** The two threads that do the tasks of all tests in this module, as those of a user's run do. */
public final class TestWorkers {
  private static final Workers SHARED = new ThreadWorkers(2, hadoop());

  private TestWorkers() {}

  /** The shared workers; never close them. */
  public static Workers shared() {
    return SHARED;
  }

  private static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.file.impl", LocalFiles.class.getName());
    return hadoop;
  }
}
