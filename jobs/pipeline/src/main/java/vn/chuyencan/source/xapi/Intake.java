package vn.chuyencan.source.xapi;

import java.util.List;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.IdRun;

/**
 * A batch that stands in the tables and is not final yet.
 *
 * @param batch what became of its records; no files when there was nothing new
 * @param idRuns the ids of the lake with those of the batch, for the lake's state
 */
public record Intake(Batch batch, List<IdRun> idRuns) {

  public Intake {
    idRuns = List.copyOf(idRuns);
  }
}
