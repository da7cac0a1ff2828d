package vn.chuyencan.source.intake;

import java.util.List;
import vn.chuyencan.model.Batch;
import vn.chuyencan.table.IdRun;

/**
 * A batch that stands in the tables and is not final yet.
 *
 * @param batch what became of its records; no files when there was nothing new
 * @param idRuns the ids of the lake with those of the batch, for the lake's state
 * @param cursor how far the source was read, in its own words; empty when it needs no such mark
 */
public record Intake(Batch batch, List<IdRun> idRuns, String cursor) {

  public Intake {
    idRuns = List.copyOf(idRuns);
  }

  /** The same of a source that was read thus far. */
  public Intake withCursor(String reached) {
    return new Intake(batch, idRuns, reached);
  }
}
