package vn.chuyencan.report.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/** In which form an answer is written. */
public enum AnswerFormat {
  /** A table for people, with as many rows as were asked for and a line that tells of more. */
  TABLE {
    @Override
    public long write(QueryRows answer, long most, Writer out) throws IOException {
      List<List<String>> lines = new ArrayList<>();
      boolean more = false;
      while (answer.rows().hasNext()) {
        if (lines.size() == most) {
          more = true;
          break;
        }
        List<String> line = new ArrayList<>();
        for (Object value : answer.rows().next()) {
          line.add(shown(text(value)));
        }
        lines.add(line);
      }
      int[] widths = widths(answer.columns(), lines);
      line(answer.columns(), widths, answer.numbers(), out);
      List<String> rule = new ArrayList<>();
      for (int width : widths) {
        rule.add("─".repeat(width));
      }
      line(rule, widths, answer.numbers(), out);
      for (List<String> one : lines) {
        line(one, widths, answer.numbers(), out);
      }
      if (more) {
        out.write("…\n");
      }
      return lines.size();
    }
  },
  /** RFC 4180 with a header; an absent value is an empty cell. */
  CSV {
    @Override
    public long write(QueryRows answer, long most, Writer out) throws IOException {
      long rows = 0;
      CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
      CSVPrinter printer = new CSVPrinter(out, format);
      printer.printRecord(answer.columns());
      while (answer.rows().hasNext()) {
        for (Object value : answer.rows().next()) {
          printer.print(value == null ? null : text(value));
        }
        printer.println();
        rows++;
      }
      printer.flush();
      return rows;
    }
  },
  /** An array with one JSON object a line, whose names are the columns. */
  JSON {
    @Override
    public long write(QueryRows answer, long most, Writer out) throws IOException {
      requireNames(answer.columns());
      long rows = 0;
      out.write('[');
      while (answer.rows().hasNext()) {
        out.write(rows == 0 ? "\n" : ",\n");
        Object[] values = answer.rows().next();
        JsonGenerator line = MAPPER.createGenerator(out);
        line.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        line.writeStartObject();
        for (int index = 0; index < values.length; index++) {
          line.writeFieldName(answer.columns().get(index));
          line.writePOJO(values[index]);
        }
        line.writeEndObject();
        line.flush();
        rows++;
      }
      out.write(rows == 0 ? "]\n" : "\n]\n");
      return rows;
    }
  };

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final int WIDEST = 60;

  /** The word by which an option calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes an answer.
   *
   * @param most of a table for people, the most rows; the other forms have all
   * @return how many rows were written
   * @throws PipelineException {@link ErrorCode#QUERY_COLUMN_TWICE} where columns are told apart by
   *     their names
   */
  public abstract long write(QueryRows answer, long most, Writer out) throws IOException;

  private static void requireNames(List<String> columns) {
    Set<String> names = new HashSet<>();
    for (String column : columns) {
      if (!names.add(column)) {
        throw new PipelineException(Fault.of(ErrorCode.QUERY_COLUMN_TWICE, column));
      }
    }
  }

  private static String text(Object value) throws IOException {
    if (value == null) {
      return "";
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
      return MAPPER.writeValueAsString(value);
    }
    return value.toString();
  }

  /** On one line, composed, and not wider than a terminal bears. */
  private static String shown(String text) {
    String line = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= WIDEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int[] widths(List<String> columns, List<List<String>> lines) {
    int[] widths = new int[columns.size()];
    for (int index = 0; index < widths.length; index++) {
      widths[index] = width(columns.get(index));
      for (List<String> line : lines) {
        widths[index] = Math.max(widths[index], width(line.get(index)));
      }
    }
    return widths;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void line(List<String> cells, int[] widths, List<Boolean> numbers, Writer out)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < widths.length; index++) {
      String blank = " ".repeat(widths[index] - width(cells.get(index)));
      line.append(index == 0 ? "" : "  ");
      line.append(numbers.get(index) ? blank + cells.get(index) : cells.get(index) + blank);
    }
    out.write(line.toString().stripTrailing() + "\n");
  }
}
