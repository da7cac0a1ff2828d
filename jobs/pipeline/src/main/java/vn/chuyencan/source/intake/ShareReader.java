package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.chuyencan.work.TaskPlace;
import vn.chuyencan.xapi.StatementSink;

/**
 * Reads one share of what a source delivers and tells its records; travels to the tasks.
 *
 * @param <S> what a share is: some splits of files, a range of rows
 */
public interface ShareReader<S extends Serializable> extends Serializable {

  /**
   * Reads a share, and may be called by several threads at once.
   *
   * @return what was counted, by file
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read
   * @throws IOException likewise
   */
  List<ReadCount> read(S share, TaskPlace place, StatementSink sink) throws IOException;
}
