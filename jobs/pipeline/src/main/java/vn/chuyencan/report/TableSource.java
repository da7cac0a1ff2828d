package vn.chuyencan.report;

import java.util.List;
import java.util.Optional;

/** The rows of a table to be published, in segments. */
public interface TableSource {

  /** Names the state of the table: while it stays, so do all segments. */
  String revision();

  /** What of the rows is left out. */
  Optional<Cut> cut();

  /**
   * The segments in the table's order: every row of one comes before every row of the next. Asked
   * for only when the table's revision is not that of the last publication.
   *
   * @throws vn.chuyencan.error.PipelineException TABLE_CONTRACT_BROKEN
   */
  List<Segment> segments();
}
