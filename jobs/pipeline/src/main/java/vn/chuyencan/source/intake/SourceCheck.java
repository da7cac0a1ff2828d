package vn.chuyencan.source.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Reason;
import vn.chuyencan.xapi.InputSplits;

/**
 * What a person should know of a source before a night reads it.
 *
 * @param faults what would stop the night
 * @param warnings what would not, and may surprise
 */
public record SourceCheck(List<Fault> faults, List<Fault> warnings) {
  /** Nothing to tell. */
  public static final SourceCheck NOTHING = new SourceCheck(List.of(), List.of());

  /**
   * Whether files are there to be read.
   *
   * @param path a file or a tree of any Hadoop file system
   */
  public static SourceCheck ofFiles(String path) {
    try {
      InputSplits.plan(new Configuration(), path, Long.MAX_VALUE);
      return NOTHING;
    } catch (FileNotFoundException gone) {
      return new SourceCheck(List.of(Fault.of(ErrorCode.SOURCE_NOT_FOUND, path, path)), List.of());
    } catch (IOException failure) {
      return new SourceCheck(
          List.of(Fault.of(ErrorCode.SOURCE_UNREADABLE, path, Reason.of(failure))), List.of());
    }
  }

  public SourceCheck {
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }
}
