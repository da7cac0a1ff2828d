package vn.chuyencan.source.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
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
import vn.chuyencan.xapi.BrokenRecord;
import vn.chuyencan.xapi.source.RecordReader.Ending;

/**
 * Reads a download row by row, whatever it is written in: comma, semicolon or tab, quoted or not,
 * any line ends, or JSON on one line of any length. No more than one row is held.
 */
final class CellRows {
  private static final int PROBE = 1 << 14;

  /** No export has so many columns; what goes on naming new ones is no list of rows. */
  private static final int MOST_COLUMNS = 10_000;

  /** A cell that stands in quotes as a whole. */
  private static final Pattern QUOTED_CELL =
      Pattern.compile("(?:^|[\\t\\r\\n])\"(?:[^\"\\t\\r\\n]|\"\")*\"(?:[\\t\\r\\n]|$)");

  private CellRows() {}

  /**
   * Tells every row that holds anything.
   *
   * @throws IOException also where the file breaks off, for half a report is none
   */
  static void whole(Download download, Charset configured, RowVisitor visitor) throws IOException {
    BrokenRecord broken = BrokenRecord.of(read(download, configured, visitor), 0);
    if (broken != null) {
      throw new IOException(broken.message());
    }
  }

  /**
   * The same of a file that may break off; the row in which it does is not told.
   *
   * @return how it ends, as far as it was read
   */
  static Ending read(Download download, Charset configured, RowVisitor visitor) throws IOException {
    GuardedDownload guarded = new GuardedDownload(download);
    try (Reader text = TextEncoding.open(guarded, configured)) {
      text.mark(PROBE + 1);
      String start = start(text);
      text.reset();
      if (start.startsWith("[") || start.startsWith("{")) {
        Ending ending = json(text, visitor);
        return guarded.ending() == Ending.WHOLE ? ending : guarded.ending();
      }
      Ending ending = separated(text, start, visitor, guarded);
      return guarded.ending() == Ending.WHOLE ? ending : guarded.ending();
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

  private static Ending separated(
      Reader text, String start, RowVisitor visitor, GuardedDownload guarded) throws IOException {
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
    // Held until the next row comes or the file ends well: the last one may be cut.
    List<String> held = null;
    RowGuard rows = new RowGuard(text);
    try (CSVParser parser = format.get().parse(rows)) {
      for (CSVRecord record : parser) {
        rows.rowEnds();
        List<String> cells = new ArrayList<>(record.size());
        boolean holds = false;
        for (String cell : record) {
          String clean = Phrases.clean(cell);
          holds |= !clean.isEmpty();
          cells.add(clean);
        }
        if (holds) {
          if (held != null && !visitor.row(++number, held)) {
            return Ending.WHOLE;
          }
          held = cells;
        }
      }
    } catch (UncheckedIOException broken) {
      if (broken.getCause() instanceof RowGuard.RowTooLong) {
        return Ending.UNBALANCED;
      }
      throw broken.getCause();
    }
    if (held != null && guarded.ending() == Ending.WHOLE) {
      visitor.row(++number, held);
    }
    return Ending.WHOLE;
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

  private static Ending json(Reader text, RowVisitor visitor) throws IOException {
    List<String> header = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    long number = 0;
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.START_OBJECT) {
          List<String> cells = object(parser, header, places);
          if (cells.size() > MOST_COLUMNS) {
            return Ending.UNBALANCED;
          }
          if (number == 0) {
            number++;
            if (!visitor.row(number, List.copyOf(header))) {
              return Ending.WHOLE;
            }
          }
          if (!visitor.row(++number, cells)) {
            return Ending.WHOLE;
          }
        }
        token = parser.nextToken();
      }
      return Ending.WHOLE;
    } catch (JsonEOFException cut) {
      return Ending.TRUNCATED;
    } catch (JsonProcessingException malformed) {
      return Ending.UNBALANCED;
    }
  }

  private static List<String> object(
      JsonParser parser, List<String> header, Map<String, Integer> places) throws IOException {
    List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
    while (cells.size() <= MOST_COLUMNS && parser.nextToken() == JsonToken.FIELD_NAME) {
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
