package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_COLUMN_MISSING;
import static vn.chuyencan.error.ErrorCode.REGISTER_COLUMN_TWICE;
import static vn.chuyencan.error.ErrorCode.REGISTER_COLUMN_UNKNOWN;
import static vn.chuyencan.error.ErrorCode.REGISTER_CSV_BROKEN;
import static vn.chuyencan.error.ErrorCode.REGISTER_EMPTY;
import static vn.chuyencan.error.ErrorCode.REGISTER_NOT_UTF8;
import static vn.chuyencan.error.ErrorCode.REGISTER_ROW_RAGGED;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Register;
import vn.chuyencan.table.FormulaGuard;

/**
 * One register file as rows of named cells.
 *
 * @param name which register it is
 * @param path its path, for messages
 * @param lines its rows
 * @param faults what keeps it from being a table
 * @param complete whether every row of the file could be read, so that what is not in it is nowhere
 */
record RegisterFile(
    Register name, String path, List<RegisterLine> lines, List<Fault> faults, boolean complete) {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  RegisterFile {
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /** Takes the bytes of a file apart. */
  static RegisterFile of(Register name, String path, byte[] bytes) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(source, text, true);
    if (result.isError()) {
      String offset = Integer.toString(source.position());
      return unreadable(name, path, Fault.at(REGISTER_NOT_UTF8, path, 0, "", offset));
    }
    return parsed(name, path, withoutMark(text.flip().toString()));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static RegisterFile parsed(Register name, String path, String text) {
    RegisterSchema schema = RegisterSchema.of(name);
    List<Fault> faults = new ArrayList<>();
    List<RegisterLine> lines = new ArrayList<>();
    int start = 1;
    boolean complete = true;
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .get()
            .parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = List.of();
      while (records.hasNext()) {
        List<String> cells = cells(records.next());
        int line = start;
        start = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        if (cells.stream().allMatch(String::isEmpty)) {
          continue;
        }
        if (header.isEmpty()) {
          header = cells;
          faults.addAll(headerFaults(schema, path, line, header));
        } else if (cells.size() != header.size()) {
          faults.add(ragged(path, line, cells, header));
          complete = false;
        } else {
          lines.add(new RegisterLine(line, named(header, cells)));
        }
      }
      if (header.isEmpty()) {
        faults.add(Fault.at(REGISTER_EMPTY, path, 0, "", String.join(",", schema.columns())));
        complete = false;
      }
    } catch (IOException | UncheckedIOException broken) {
      faults.add(Fault.at(REGISTER_CSV_BROKEN, path, start, ""));
      complete = false;
    }
    boolean keyed = faults.stream().noneMatch(fault -> fault.code() == REGISTER_COLUMN_MISSING);
    return new RegisterFile(name, path, keyed ? lines : List.of(), faults, complete && keyed);
  }

  private static List<String> cells(CSVRecord row) {
    return StreamSupport.stream(row.spliterator(), false)
        .map(
            cell -> FormulaGuard.unguarded(Normalizer.normalize(cell, Normalizer.Form.NFC).strip()))
        .toList();
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        named.putIfAbsent(header.get(column), cells.get(column));
      }
    }
    return named;
  }

  private static List<Fault> headerFaults(
      RegisterSchema schema, String path, int line, List<String> header) {
    List<Fault> faults = new ArrayList<>();
    String known = String.join(", ", schema.columns());
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!schema.columns().contains(column)) {
        faults.add(Fault.at(REGISTER_COLUMN_UNKNOWN, path, line, column, column, known));
      } else if (!seen.add(column)) {
        faults.add(Fault.at(REGISTER_COLUMN_TWICE, path, line, column, column));
      }
    }
    for (String column : schema.required()) {
      if (!seen.contains(column)) {
        String example = schema.example(column);
        faults.add(Fault.at(REGISTER_COLUMN_MISSING, path, line, column, column, example));
      }
    }
    return faults;
  }

  private static Fault ragged(String path, int line, List<String> cells, List<String> header) {
    return Fault.at(
        REGISTER_ROW_RAGGED,
        path,
        line,
        "",
        Integer.toString(cells.size()),
        Integer.toString(header.size()));
  }

  private static RegisterFile unreadable(Register name, String path, Fault fault) {
    return new RegisterFile(name, path, List.of(), Collections.singletonList(fault), false);
  }
}
