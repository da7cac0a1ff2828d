package vn.chuyencan.job.privacy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;

/**
 * The certificate of an erasure (X-PD-2), as JSON and as text to be signed and kept: when, by whom,
 * what went, and what remains elsewhere. The person stands in it as a keyed hash.
 */
public final class ErasureCertificate {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

  private final Erasure erasure;
  private final String institution;
  private final ZoneId zone;

  /**
   * @param institution its name
   * @param zone in which times are told to people
   */
  public ErasureCertificate(Erasure erasure, String institution, ZoneId zone) {
    this.erasure = erasure;
    this.institution = institution;
    this.zone = zone;
  }

  /**
   * Writes both files, named after the erasure's id; those of a repeated erasure are replaced.
   *
   * @return the file to read
   * @throws PipelineException {@link ErrorCode#CERTIFICATE_UNWRITABLE}
   */
  public Path write(Path folder, Language language) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(erasure.id() + ".json"), json(), StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve(erasure.id() + ".txt"), text(language), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.CERTIFICATE_UNWRITABLE, folder.toString(), Reason.of(failure)),
          failure);
    }
  }

  private String json() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    root.put("erasure_id", erasure.id());
    root.put("institution", institution);
    root.put("person_hash", erasure.hash());
    root.put("erased_at", erasure.startedAt().toString());
    root.put("erased_by", erasure.by());
    root.put("reason", erasure.reason());
    root.set("erased_rows", JSON.valueToTree(erasure.erased()));
    root.set("altered_rows", JSON.valueToTree(erasure.altered()));
    root.put("granted_certificates_erased", erasure.decisions());
    root.put("republished", erasure.republished());
    root.set("publications_emptied", JSON.valueToTree(erasure.publications()));
    root.set("remaining_source_files", JSON.valueToTree(erasure.sourceFiles()));
    root.set("remaining_register_lines", JSON.valueToTree(erasure.registerLines()));
    root.set("remaining_access_log_lines", JSON.valueToTree(erasure.accessLines()));
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return JSON.writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
            .writeValueAsString(root)
        + "\n";
  }

  /** The text, without a name of the person. */
  public String text(Language language) {
    boolean vi = language == Language.VI;
    StringBuilder text = new StringBuilder();
    text.append(institution).append("\n\n");
    text.append(vi ? "BIÊN BẢN XÓA DỮ LIỆU CÁ NHÂN" : "CERTIFICATE OF ERASURE").append("\n\n");
    line(text, vi ? "Mã" : "Id", erasure.id());
    line(text, vi ? "Thời điểm" : "When", TIME.format(erasure.startedAt().atZone(zone)));
    line(text, vi ? "Người thực hiện" : "By", erasure.by());
    line(text, vi ? "Căn cứ" : "Reason", erasure.reason() == null ? "…" : erasure.reason());
    line(text, vi ? "Người được xóa (băm có khóa)" : "Person (keyed hash)", erasure.hash());
    text.append('\n').append(effect(language));
    text.append('\n')
        .append(
            vi
                ? "Trong kho và trong các bản công bố không còn dữ liệu nào của người ấy, trừ họ tên"
                    + " người khác viết trong lời văn tự do và điều ghi ở mục còn lại; các ảnh chụp"
                    + " cũ của kho và tệp cũ đã bị xóa khỏi đĩa. Chỉ giữ các băm có khóa để dữ liệu"
                    + " không được nạp lại.\n"
                : "Nothing of the person is left in the warehouse and in publications, except a name"
                    + " that others wrote in free text and what is said to remain; earlier"
                    + " snapshots and their files are deleted from the disk. Keyed hashes are kept"
                    + " so that the data are not taken in again.\n");
    text.append('\n').append(remains(language));
    text.append('\n').append(vi ? "Ký tên: ……………………………" : "Signed: ……………………………").append('\n');
    return text.toString();
  }

  /** What would go, of a person of whom nothing was erased yet. */
  public String preview(Language language) {
    boolean vi = language == Language.VI;
    return (vi
            ? "Chỉ xem trước, chưa xóa gì.\nSố dòng sẽ xóa theo bảng:\n"
            : "This only looks ahead; nothing was erased.\nRows that would go, by table:\n")
        + rows(language);
  }

  /** What went, table by table. */
  public String effect(Language language) {
    return (language == Language.VI ? "Số dòng đã xóa theo bảng:\n" : "Rows erased, by table:\n")
        + rows(language);
  }

  private String rows(Language language) {
    boolean vi = language == Language.VI;
    StringBuilder text = new StringBuilder();
    counts(text, erasure.erased());
    if (!erasure.altered().isEmpty()) {
      text.append(
              vi
                  ? "Số dòng của người khác bỏ phần nói tới người ấy:"
                  : "Rows of others that lose what they tell of the person:")
          .append('\n');
      counts(text, erasure.altered());
    }
    if (!erasure.publications().isEmpty()) {
      text.append(
              vi
                  ? "Bản công bố cũ (chỉ giữ manifest.json): "
                  : "Earlier publications (only manifest.json stays): ")
          .append(String.join(", ", erasure.publications()))
          .append('\n');
    }
    return text.toString();
  }

  /** What remains outside, and who must see to it. */
  public String remains(Language language) {
    boolean vi = language == Language.VI;
    StringBuilder text = new StringBuilder();
    text.append(
            vi
                ? "Còn lại, đơn vị phải tự xử lí:"
                : "What remains and is for the institution to deal with:")
        .append('\n');
    erasure
        .registerLines()
        .forEach(
            (file, lines) ->
                text.append(vi ? "  sổ " : "  register ")
                    .append(file)
                    .append(vi ? ", dòng " : ", lines ")
                    .append(lines(lines))
                    .append('\n'));
    for (String file : erasure.sourceFiles()) {
      text.append(vi ? "  tệp nguồn " : "  source file ").append(file).append('\n');
    }
    if (!erasure.accessLines().isEmpty()) {
      text.append(
              vi
                  ? "  nhật ký truy cập (access.jsonl trong kho định danh), dòng "
                  : "  access log (access.jsonl in the vault), lines ")
          .append(lines(erasure.accessLines()))
          .append('\n');
    }
    for (String other :
        vi
            ? List.of(
                "hệ thống nguồn (LMS, LRS) và cơ sở dữ liệu của nó",
                "báo cáo, danh sách, bản giải thích đã xuất hoặc in",
                "bản sao lưu của kho và của các tệp trên")
            : List.of(
                "the source systems (LMS, LRS) and their databases",
                "reports, lists and explanations that were written or printed",
                "backups of the warehouse and of the files above")) {
      text.append("  ").append(other).append('\n');
    }
    return text.toString();
  }

  private static String lines(List<Integer> lines) {
    return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static void counts(StringBuilder text, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      text.append("  0\n");
    }
    counts.forEach(
        (table, rows) -> text.append("  ").append(table).append(": ").append(rows).append('\n'));
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append(label).append(": ").append(value).append('\n');
  }
}
