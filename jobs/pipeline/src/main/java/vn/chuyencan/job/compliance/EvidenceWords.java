package vn.chuyencan.job.compliance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.chuyencan.comply.CheckScript;
import vn.chuyencan.comply.Regulation;
import vn.chuyencan.comply.ReportPeriod;

/** What an evidence file says of itself, in both languages. */
final class EvidenceWords {
  private final String subject;
  private final String institution;
  private final ReportPeriod period;
  private final String codeVersion;
  private final List<String> law;

  /**
   * @param law a line of Markdown for each rule
   */
  EvidenceWords(
      String subject,
      String institution,
      ReportPeriod period,
      String codeVersion,
      List<String> law) {
    this.subject = subject;
    this.institution = institution;
    this.period = period;
    this.codeVersion = codeVersion;
    this.law = List.copyOf(law);
  }

  /** A rule with its text and how it is read. */
  static String law(Regulation regulation, Regulation.Rule rule) {
    StringBuilder line = new StringBuilder();
    line.append("- **")
        .append(rule.id())
        .append("** (")
        .append(regulation.instrument())
        .append("): ");
    line.append(rule.title().vi());
    if (!rule.citation().isEmpty()) {
      line.append("; ").append(rule.citation());
    }
    if (rule.reading() != null) {
      line.append(". Cách hiểu / reading: ")
          .append(rule.reading().vi())
          .append(" / ")
          .append(rule.reading().en());
    }
    return line.toString();
  }

  byte[] vietnamese() {
    return text(
        """
        # Hồ sơ minh chứng: %s

        %s, năm %d, số liệu đến hết ngày %s; làm bằng Chuyên Cần %s.

        ## Trong hồ sơ có gì

        | tệp | nội dung |
        |---|---|
        | `figures/` | các con số đã báo cáo; `…-rows.csv` là từng dòng đứng sau con số |
        | `tables/` | các sổ (`reg.…`) và bảng của kho (`lake.…`) mà con số được tính từ đó, nguyên dòng |
        | `sql/` | câu hỏi bằng SQL của từng con số |
        | `check.sql` | đọc `tables/`, hỏi lại mọi câu hỏi, so với `figures/` |
        | `report/` | báo cáo (nếu là hồ sơ của một báo cáo) |
        | `compliance_indicator.csv` | kết luận của quy tắc (nếu là hồ sơ của một quy tắc) |
        | `SHA256SUMS` | mã SHA-256 của mọi tệp |

        ## Kiểm tra mà không cần hệ thống này

        1. Giải nén, mở thư mục này, chạy `sha256sum -c SHA256SUMS` (Windows: `certutil -hashfile TỆP SHA256`).
        2. Tải H2 (h2database.com, một tệp jar, cần Java 11 trở lên; đã thử với phiên bản trong tệp `H2-VERSION`), đặt thành
           `h2.jar` trong thư mục này, rồi chạy:

           ```sh
           %s
           ```

           Bảng cuối cùng có mỗi con số một dòng; cột `different` phải là 0.
        3. Muốn xem bằng công cụ khác: các tệp CSV là UTF-8, RFC 4180, mở được bằng Excel, DuckDB, LibreOffice. Câu SQL
           viết cho H2; DuckDB đọc được các bảng nhưng không chạy được mọi câu.

        Dấu nháy đơn ở đầu chữ bắt đầu bằng `= + - @` chỉ để bảng tính không chạy nó như công thức; `check.sql` bỏ đi.
        Họ tên, tài khoản, số định danh của cá nhân được để trống trong `tables/`, trừ khi câu hỏi dùng đến.

        ## Căn cứ

        """);
  }

  byte[] english() {
    return text(
        """
        # Evidence file: %s

        %s, year %d, as of the end of %s; made by Chuyên Cần %s.

        ## What is in it

        | file | what |
        |---|---|
        | `figures/` | the figures as reported; `…-rows.csv` are the rows behind a figure |
        | `tables/` | registers (`reg.…`) and tables of the lake (`lake.…`) that they were computed from, row by row |
        | `sql/` | the question in SQL of each figure |
        | `check.sql` | reads `tables/`, asks every question again, compares with `figures/` |
        | `report/` | the report, where this is the evidence of one |
        | `compliance_indicator.csv` | what the rule found, where this is the evidence of a rule |
        | `SHA256SUMS` | the SHA-256 of every file |

        ## Checking it without this program

        1. Unpack, open this folder, run `sha256sum -c SHA256SUMS`.
        2. Get H2 (h2database.com, one jar, needs Java 11 or newer; tried with the version in `H2-VERSION`), put it here
           as `h2.jar`, and run:

           ```sh
           %s
           ```

           The last table has a line for each figure; `different` must be 0.
        3. With other tools: the CSV files are UTF-8, RFC 4180, and open in Excel, DuckDB and LibreOffice. The SQL is
           written for H2; DuckDB reads the tables and does not run every question.

        An apostrophe before text that begins with `= + - @` only keeps spreadsheets from running it; `check.sql` takes it
        off. Names, accounts and numbers of persons are left empty in `tables/`, unless a question asks them.

        ## Law

        """);
  }

  private byte[] text(String template) {
    return (String.format(
                Locale.ROOT,
                template,
                subject,
                institution,
                period.year(),
                period.cutOff(),
                codeVersion,
                CheckScript.command())
            + String.join("\n", law)
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
