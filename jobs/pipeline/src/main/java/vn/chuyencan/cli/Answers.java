package vn.chuyencan.cli;

import java.io.IOException;
import java.io.Writer;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.report.query.AnswerFormat;
import vn.chuyencan.report.query.QueryRows;

/** Writes answers where nothing but a refusal may go wrong. */
final class Answers {

  private Answers() {}

  /**
   * Writes an answer.
   *
   * @param where how messages call the place
   */
  static long write(AnswerFormat format, QueryRows answer, long most, Writer out, String where) {
    try {
      return format.write(answer, most, out);
    } catch (IOException failure) {
      throw unwritable(where, failure);
    }
  }

  static PipelineException unwritable(String where, IOException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.ANSWER_UNWRITABLE, where, Reason.of(failure)), failure);
  }
}
