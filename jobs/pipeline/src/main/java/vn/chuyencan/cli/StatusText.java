package vn.chuyencan.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.operation.RunRecord;

/** What {@code status} knows, in sentences. */
final class StatusText {
  private final Language language;
  private final Map<String, Object> values;
  private final Colour colour;
  private final StringBuilder text = new StringBuilder();

  StatusText(Language language, Map<String, Object> values, Colour colour) {
    this.colour = colour;
    this.language = language;
    this.values = values;
  }

  String text() {
    line("%s  %s", values.get("institution"), seconds(values.get("now")));
    publication();
    lock();
    gate();
    sources();
    runs();
    for (Object trouble : (List<?>) values.get("troubles")) {
      line("%s %s", word("không đọc được", "cannot be read:"), trouble);
    }
    return text.toString().stripTrailing();
  }

  private void publication() {
    Map<?, ?> publication = (Map<?, ?>) values.get("publication");
    if (values.get("without_latest") != null) {
      line(
          colour.bad(
              word(
                  "Có các bản công bố, bản sau cùng là %1$s, nhưng không có latest trỏ tới bản nào.",
                  "There are publications, the last one %1$s, and no latest that names one.")),
          values.get("without_latest"));
      line(
          word(
              "  Trong thư mục công bố: ln -s %s latest; chưa có nó thì run --catch-up không biết"
                  + " thiếu đêm nào. Đêm chạy sau cũng đặt lại latest.",
              "  In the publication directory: ln -s %s latest; without it run --catch-up does not"
                  + " know which nights are missing. The next night sets it too."),
          values.get("without_latest"));
      return;
    }
    if (publication == null) {
      line(word("Chưa công bố lần nào.", "Nothing was published yet."));
      return;
    }
    line(
        word(
            "Công bố gần nhất: tính đến hết ngày %s, lúc %s (%s trước), %s",
            "Last publication: up to and including %s, at %s (%s ago), %s"),
        publication.get("as_of"),
        publication.get("published_at"),
        age(publication.get("seconds")),
        publication.get("run"));
    List<?> missing = (List<?>) values.get("missing_nights");
    if (!missing.isEmpty()) {
      line(
          word(
              "Còn thiếu %d đêm: %s … %s; chuyencan run --catch-up sẽ chạy bù.",
              "%d nights are missing: %s … %s; chuyencan run --catch-up runs them."),
          missing.size(),
          missing.get(0),
          missing.get(missing.size() - 1));
    }
  }

  private void lock() {
    Map<?, ?> lock = (Map<?, ?>) values.get("lock");
    if (lock == null) {
      // One that cannot be understood is told below, and keeps runs out all the same.
      if (((List<?>) values.get("troubles"))
          .stream().noneMatch(trouble -> trouble.toString().startsWith("lock: "))) {
        line(word("Khóa: không ai giữ.", "Lock: nobody holds it."));
      }
      return;
    }
    line(
        word(
            "Khóa: tiến trình %s trên %s giữ từ %s (%s)%s",
            "Lock: process %s on %s holds it since %s (%s)%s"),
        lock.get("process"),
        lock.get("host"),
        lock.get("since"),
        age(lock.get("seconds")),
        Boolean.TRUE.equals(lock.get("dead"))
            ? word(
                "; tiến trình ấy không còn, lần chạy sau sẽ lấy lại khóa",
                "; that process is gone, and the next run takes the lock over")
            : "");
  }

  private void gate() {
    Map<?, ?> gate = (Map<?, ?>) values.get("gate");
    if (gate == null) {
      line(word("Cổng dữ liệu: chưa xét lần nào.", "Data gate: not looked at yet."));
      return;
    }
    boolean open = Boolean.TRUE.equals(gate.get("open"));
    line(
        "%s (%s)",
        open
            ? colour.good(word("Cổng dữ liệu: mở", "Data gate: open"))
            : colour.bad(word("Cổng dữ liệu: ĐÓNG", "Data gate: CLOSED")),
        gate.get("run"));
    for (Object reason : (List<?>) gate.get("reasons")) {
      line("  %s", reason);
    }
    for (Object accepted : (List<?>) gate.get("accepted")) {
      line("  %s (%s)", accepted, word("đã chấp nhận", "accepted"));
    }
  }

  private void sources() {
    ((Map<?, ?>) values.get("sources"))
        .forEach(
            (id, of) -> {
              Map<?, ?> source = (Map<?, ?>) of;
              line(
                  word(
                      "Nguồn %s: %s sự kiện, ngày cuối %s, im lặng %s ngày học; lô cuối %s: đọc"
                          + " %s, nhận %s, từ chối %s",
                      "Source %s: %s events, last on %s, silent for %s course days; last batch %s:"
                          + " read %s, accepted %s, rejected %s"),
                  id,
                  or(source.get("events")),
                  or(source.get("last_event_day")),
                  or(source.get("silent_days")),
                  or(source.get("last_batch")),
                  or(source.get("read")),
                  or(source.get("accepted")),
                  or(source.get("rejected")));
            });
  }

  private static Object or(Object value) {
    return value == null ? "–" : value;
  }

  private void runs() {
    List<?> runs = (List<?>) values.get("runs");
    line(
        runs.isEmpty()
            ? word("Chưa có lần chạy nào.", "No run is known.")
            : word("Các lần chạy gần nhất", "Last runs"));
    for (Object one : runs) {
      Map<?, ?> run = (Map<?, ?>) one;
      line(
          "  %s  %s --as-of %s  %s%s%s",
          run.get("run"),
          run.get("command"),
          or(run.get("as_of")),
          status(run.get("status")),
          run.get("exit") == null ? "" : " " + run.get("exit"),
          ((List<?>) run.get("errors"))
              .stream().map(error -> " E" + error).collect(Collectors.joining()));
    }
  }

  private String status(Object status) {
    return switch (String.valueOf(status)) {
      case RunRecord.DONE -> colour.good(word("xong", "done"));
      case RunRecord.RUNNING -> word("đang chạy", "running");
      case RunRecord.GATE_CLOSED -> colour.bad(word("cổng dữ liệu đóng", "data gate closed"));
      case RunRecord.KILLED -> colour.bad(word("bị ngắt", "killed"));
      default -> colour.bad(word("hỏng", "failed"));
    };
  }

  /** An instant as people read it: nobody asks for its nanoseconds. */
  private static Instant seconds(Object instant) {
    return Instant.parse(String.valueOf(instant)).truncatedTo(ChronoUnit.SECONDS);
  }

  private String age(Object seconds) {
    Duration age = Duration.ofSeconds((Long) seconds);
    if (age.toDays() > 0) {
      return age.toDays() + word(" ngày", " days");
    }
    return age.toHours() > 0
        ? age.toHours() + word(" giờ", " hours")
        : age.toMinutes() + word(" phút", " minutes");
  }

  private String word(String vietnamese, String english) {
    return language == Language.VI ? vietnamese : english;
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
