package vn.chuyencan.source.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a download row by row, whatever it is written in: comma, semicolon or tab, quoted or not,
 * any line ends, or JSON on one line of any length. No more than one row is held.
 */
final class CellRows {
  private static final int PROBE = 1 << 14;

  /** A cell that stands in quotes as a whole. */
  private static final Pattern QUOTED_CELL =
      Pattern.compile("(?:^|[\\t\\r\\n])\"(?:[^\"\\t\\r\\n]|\"\")*\"(?:[\\t\\r\\n]|$)");

  private CellRows() {}

  /** Tells every row that holds anything. */
  static void read(Download download, Charset configured, RowVisitor visitor) throws IOException {
    try (Reader text = TextEncoding.open(download, configured)) {
      text.mark(PROBE + 1);
      String start = start(text);
      text.reset();
      if (start.startsWith("[") || start.startsWith("{")) {
        json(text, visitor);
      } else {
        separated(text, start, visitor);
      }
    }
  }

  private static String start(Reader text) throws IOException {
    char[] block = new char[PROBE];
    int length = 0;
    int read = text.read(block, 0, PROBE);
    while (read > 0) {
      length += read;
      read = text.read(block, length, PROBE - length);
    }
    return new String(block, 0, length).stripLeading();
  }

  private static void separated(Reader text, String start, RowVisitor visitor) throws IOException {
    char separator = separator(start);
    CSVFormat.Builder format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true);
    if (separator == '\t' && !QUOTED_CELL.matcher(start).find()) {
      // Lists of attendance quote nothing: a quote there belongs to a name. Spreadsheets quote the
      // cells that need it, and the header seldom does.
      format.setQuote(null);
    }
    long number = 0;
    try (CSVParser parser = format.get().parse(text)) {
      for (CSVRecord record : parser) {
        List<String> cells = new ArrayList<>(record.size());
        boolean holds = false;
        for (String cell : record) {
          String clean = Phrases.clean(cell);
          holds |= !clean.isEmpty();
          cells.add(clean);
        }
        if (holds && !visitor.row(++number, cells)) {
          return;
        }
      }
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** The one of the three that stands most often outside quotes in the first lines. */
  private static char separator(String start) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int at = 0; at < start.length(); at++) {
      switch (start.charAt(at)) {
        case '"' -> quoted = !quoted;
        case ',' -> commas += quoted ? 0 : 1;
        case ';' -> semicolons += quoted ? 0 : 1;
        case '\t' -> tabs += quoted ? 0 : 1;
        default -> {}
      }
    }
    if (start.indexOf('\t') >= 0 && tabs > 0 && tabs >= firstLineSeparators(start)) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }

  private static int firstLineSeparators(String start) {
    return (int) firstLine(start).chars().filter(c -> c == ',' || c == ';').count();
  }

  private static String firstLine(String start) {
    int end = 0;
    while (end < start.length() && start.charAt(end) != '\n' && start.charAt(end) != '\r') {
      end++;
    }
    return start.substring(0, end);
  }

  private static void json(Reader text, RowVisitor visitor) throws IOException {
    List<String> header = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    long number = 0;
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.START_OBJECT) {
          List<String> cells = object(parser, header, places);
          if (number == 0) {
            number++;
            if (!visitor.row(number, List.copyOf(header))) {
              return;
            }
          }
          if (!visitor.row(++number, cells)) {
            return;
          }
        }
        token = parser.nextToken();
      }
    }
  }

  private static List<String> object(
      JsonParser parser, List<String> header, Map<String, Integer> places) throws IOException {
    List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      int place = places.computeIfAbsent(name, added -> places.size());
      if (place == header.size()) {
        header.add(name);
      }
      while (cells.size() <= place) {
        cells.add("");
      }
      if (value.isStructStart()) {
        parser.skipChildren();
      } else if (value != JsonToken.VALUE_NULL) {
        cells.set(place, Phrases.clean(parser.getText()));
      }
    }
    return cells;
  }
}
