package vn.chuyencan.cli;

import java.util.Locale;
import java.util.Map;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.query.QuerySession;
import vn.chuyencan.job.query.QueryTable;

/** What {@code query} tells about its tables. */
final class QueryHelp {
  private final QuerySession session;
  private final Language language;

  QueryHelp(QuerySession session, Language language) {
    this.session = session;
    this.language = language;
  }

  /**
   * The answer to a line that begins with a point.
   *
   * @return null when the line is a question for SQL
   * @throws PipelineException {@link ErrorCode#QUERY_TABLE_UNKNOWN}, {@link
   *     ErrorCode#OPTION_VALUE_INVALID} for one that is none of them
   */
  String answer(String line) {
    String[] words = line.strip().split("\\s+", -1);
    return switch (words[0]) {
      case ".tables" -> tables();
      case ".schema" -> schema(words.length > 1 ? words[1] : "");
      case ".help" -> help();
      default -> {
        if (words[0].startsWith(".")) {
          throw new PipelineException(
              Fault.of(ErrorCode.OPTION_VALUE_INVALID, "query", words[0], ".tables"));
        }
        yield null;
      }
    };
  }

  private String tables() {
    StringBuilder text = new StringBuilder();
    Map<String, QueryTable> tables = session.tables();
    int width = tables.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (QueryTable.Kind kind : QueryTable.Kind.values()) {
      text.append(
          switch (kind) {
            case PUBLISHED -> say("Đã công bố\n", "Published\n");
            case LAKE -> say("\nTrong kho\n", "\nIn the lake\n");
            case VIEW -> say("\nDạng dễ đọc\n", "\nEasier to read\n");
          });
      for (QueryTable table : tables.values()) {
        if (table.kind() == kind) {
          text.append("  ")
              .append(table.name())
              .append(" ".repeat(width - table.name().length() + 2))
              .append(table.meaning().in(language))
              .append('\n');
        }
      }
    }
    return text.toString();
  }

  private String schema(String name) {
    QueryTable table =
        session
            .table(name.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new PipelineException(
                        Fault.of(
                            ErrorCode.QUERY_TABLE_UNKNOWN,
                            name,
                            String.join(", ", session.tables().keySet()))));
    StringBuilder text = new StringBuilder(table.meaning().in(language)).append("\n\n");
    int width = table.columns().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    int types = table.columns().stream().mapToInt(one -> one.type().length()).max().orElse(0);
    types = Math.min(types, 24);
    for (QueryTable.Column column : table.columns()) {
      text.append(padded(column.name(), width)).append("  ");
      text.append(padded(column.type(), types)).append("  ").append(column.meaning().in(language));
      if (!column.unit().isEmpty() && !column.unit().equals("none")) {
        text.append(" [").append(column.unit()).append(']');
      }
      if (!column.laws().isEmpty()) {
        text.append(" (").append(String.join(", ", column.laws())).append(')');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String help() {
    return say(
        """
        Câu SQL kết thúc bằng dấu chấm phẩy; chỉ đọc, không thay đổi gì. Thời điểm theo UTC.
          .tables          các bảng
          .schema BẢNG     các cột của một bảng và ý nghĩa
          .help            phần này
          .quit            thoát (hoặc Ctrl-D)
        """,
        """
        A statement ends with a semicolon; nothing is changed. Instants are in UTC.
          .tables          the tables
          .schema TABLE    the columns of a table and what they mean
          .help            this
          .quit            leave (or Ctrl-D)
        """);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private String say(String vi, String en) {
    return language == Language.VI ? vi : en;
  }
}
