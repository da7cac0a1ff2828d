package vn.chuyencan.cli;

import java.util.List;
import java.util.Optional;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.audit.Verification;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.report.PublicationCheck;

/** What {@code verify} says. */
final class VerificationText {
  private final Language language;
  private final Colour colour;
  private final StringBuilder text = new StringBuilder();

  VerificationText(Language language, Colour colour) {
    this.colour = colour;
    this.language = language;
  }

  String of(PublicationCheck.Chain chain, Optional<AccessLog.Look> access) {
    say(
        "Chuỗi công bố: " + chain.publications() + " bản, " + chain.gone() + " đã được gỡ đi",
        "Chain of publications: "
            + chain.publications()
            + ", of which "
            + chain.gone()
            + " are gone");
    if (chain.emptied() > 0) {
      say(
          chain.emptied() + " bản chỉ còn bản kê (manifest), vì có người học đã được xóa dữ liệu",
          chain.emptied() + " have only their manifest left, for somebody was erased from them");
    }
    if (chain.otherKey() > 0) {
      say(
          chain.otherKey() + " bản được đóng dấu bằng khóa khác; dấu của chúng không được thử",
          chain.otherKey() + " are sealed under another key; their seals were not tried");
    }
    for (String run : chain.unlisted()) {
      say(run + ": không có trong sổ (ledger.csv)", run + ": not in the list (ledger.csv)");
    }
    faults(chain.faults());
    if (chain.faults().isEmpty()) {
      say(
          colour.good("Tất cả còn nguyên như khi công bố."),
          colour.good("All are as they were published."));
    }
    access.ifPresent(this::access);
    return text.toString();
  }

  private void access(AccessLog.Look access) {
    for (int line : access.unreadable()) {
      say(
          "Nhật ký truy cập: dòng " + line + " dở dang, như khi máy dừng giữa lúc ghi",
          "Access log: line " + line + " is not whole, as when a machine stops while writing");
    }
    faults(access.faults());
    if (access.faults().isEmpty()) {
      say(
          colour.good("Nhật ký truy cập nối tiếp đủ."),
          colour.good("The access log hangs together."));
    }
  }

  String of(Verification verification) {
    say(
        "Lần chạy " + verification.runId() + ", tính đến hết " + verification.asOf(),
        "Run " + verification.runId() + ", as of " + verification.asOf());
    if (!verification.codeVersion().equals(verification.verifiedWith())) {
      say(
          "Công bố bằng phiên bản "
              + verification.codeVersion()
              + ", tính lại bằng "
              + verification.verifiedWith()
              + "; tệp Parquet không được so từng byte",
          "Published by version "
              + verification.codeVersion()
              + ", computed again by "
              + verification.verifiedWith()
              + "; Parquet files were not compared byte by byte");
    }
    if (!verification.frozen().isEmpty()) {
      say(
          "Quyết định được giữ nguyên do đã chốt: " + String.join(", ", verification.frozen()),
          "Decisions taken as a freeze kept them: " + String.join(", ", verification.frozen()));
    }
    for (Verification.TableCheck table : verification.tables()) {
      if (!table.equal()) {
        say(
            "≠ "
                + table.file()
                + ": công bố "
                + table.publishedRows()
                + " dòng, tính lại "
                + table.computedRows()
                + " dòng",
            "≠ "
                + table.file()
                + ": "
                + table.publishedRows()
                + " rows published, "
                + table.computedRows()
                + " computed");
        table.onlyPublished().forEach(line -> text.append("  - ").append(line).append('\n'));
        table.onlyComputed().forEach(line -> text.append("  + ").append(line).append('\n'));
      }
    }
    for (String file : verification.otherFiles()) {
      say(file + ": khác từng byte", file + ": other bytes");
    }
    faults(verification.faults());
    say("Công bố  " + verification.published(), "published  " + verification.published());
    say("Tính lại " + verification.computed(), "computed   " + verification.computed());
    String tables = verification.equal() + "/" + verification.compared();
    if (verification.holds()) {
      say(
          colour.good("Bằng nhau: ") + tables + " bảng.",
          colour.good("Equal: ") + tables + " tables.");
    } else {
      say(
          colour.bad("KHÁC NHAU: ") + "bằng nhau " + tables + " bảng.",
          colour.bad("NOT EQUAL: ") + tables + " tables are.");
    }
    return text.toString();
  }

  private void faults(List<Fault> faults) {
    faults.forEach(fault -> text.append(colour.of(fault, language)).append('\n'));
  }

  private void say(String vi, String en) {
    text.append(language == Language.VI ? vi : en).append('\n');
  }
}
