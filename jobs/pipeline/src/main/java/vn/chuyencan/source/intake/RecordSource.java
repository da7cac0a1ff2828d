package vn.chuyencan.source.intake;

import vn.chuyencan.xapi.ScanOptions;

/** A source of records as the configuration describes it: what to read, where and how. */
public interface RecordSource {

  /**
   * Takes in what is new.
   *
   * @param intake the batch; {@link RecordIntake#nothing} when there is nothing new
   * @param options what is in scope, and the secret of actor keys
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read, or what {@link
   *     RecordIntake#take} throws
   */
  Intake ingest(RecordIntake intake, ScanOptions options);
}
