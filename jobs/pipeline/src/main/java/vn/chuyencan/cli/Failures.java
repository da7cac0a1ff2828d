package vn.chuyencan.cli;

import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** Finds out what a failure means to the user. */
final class Failures {

  private Failures() {}

  /** The error of ours behind an exception, however deep it is wrapped; else our own bug. */
  static PipelineException known(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException known && known.faults() != null) {
        return known;
      }
    }
    return new PipelineException(Fault.of(ErrorCode.INTERNAL_ERROR, failure.toString()), failure);
  }
}
