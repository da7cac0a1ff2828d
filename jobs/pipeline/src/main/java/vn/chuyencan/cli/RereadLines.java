package vn.chuyencan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Batch;

/** Which sources a night read again from the beginning, and why. */
final class RereadLines {

  private RereadLines() {}

  /**
   * The lines.
   *
   * @param reasons why, in words; none when nothing was read again
   * @param batches what came of it, a batch a source
   */
  static List<String> of(List<Fault> reasons, List<Batch> batches, Language language) {
    List<String> lines = new ArrayList<>();
    reasons.forEach(reason -> lines.add(text(reason, language)));
    for (Batch batch : batches) {
      lines.add(
          String.format(
              Locale.ROOT,
              switch (language) {
                case VI -> "%s: %d tệp, %d bản ghi, thay cho mọi lô trước của nguồn";
                case EN -> "%s: %d files, %d records, in the place of all earlier batches of it";
              },
              batch.source(),
              batch.files(),
              batch.read()));
    }
    return lines;
  }

  /** The words of a reason without its number: here it is no error. */
  static String text(Fault reason, Language language) {
    String message = reason.message(language);
    return message.substring(message.indexOf(": ") + 2);
  }
}
