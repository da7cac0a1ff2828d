package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_DATES_REVERSED;
import static vn.chuyencan.error.ErrorCode.REGISTER_DATE_OUTSIDE;
import static vn.chuyencan.error.ErrorCode.REGISTER_NAME_TOO_LONG;
import static vn.chuyencan.error.ErrorCode.REGISTER_NUMBERS_REVERSED;
import static vn.chuyencan.error.ErrorCode.REGISTER_NUMBER_INVALID;
import static vn.chuyencan.error.ErrorCode.REGISTER_OWN_WORK;
import static vn.chuyencan.error.ErrorCode.REGISTER_RUN_TOO_LONG;
import static vn.chuyencan.error.ErrorCode.REGISTER_VALUE_INVALID;
import static vn.chuyencan.error.ErrorCode.REGISTER_VALUE_MISSING;
import static vn.chuyencan.error.ErrorCode.REGISTER_VALUE_NOT_ALLOWED;
import static vn.chuyencan.error.ErrorCode.REGISTER_WORD_UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterName;

/** The faults of each row taken by itself. */
final class RowCheck {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,18})?");

  /** So long may a course run be. */
  private final RegisterFile file;

  private final RegisterSchema schema;
  private final List<List<String>> ordered;
  private final List<List<String>> distinct;
  private final KnownCells known;

  private RowCheck(RegisterFile file) {
    this.file = file;
    this.schema = RegisterSchema.of(file.name());
    this.ordered = schema.ordered();
    this.distinct = schema.distinct();
    this.known = new KnownCells(schema);
  }

  static List<Fault> faults(RegisterFile file) {
    RowCheck check = new RowCheck(file);
    // Most of what reading registers costs; the order stays that of the lines.
    return file.lines().parallelStream().flatMap(line -> check.of(line).stream()).toList();
  }

  private List<Fault> of(RegisterLine line) {
    // One fault a cell: what the schema says first is the root of what it says afterwards.
    Map<String, Fault> byColumn = new TreeMap<>();
    for (Error error : errors(line)) {
      fault(line, error).ifPresent(fault -> byColumn.putIfAbsent(fault.column(), fault));
    }
    for (String column : schema.columns()) {
      String cell = line.cell(column);
      if (cell != null && !schema.format(column).isEmpty()) {
        CellFormat.of(schema.format(column))
            .filter(format -> !format.accepts(cell))
            .ifPresent(
                format ->
                    byColumn.putIfAbsent(
                        column,
                        Fault.at(
                            format.fault(),
                            file.path(),
                            line.line(),
                            column,
                            cell,
                            schema.example(column))));
      }
    }
    List<Fault> faults = new ArrayList<>(byColumn.values());
    Set<String> broken = byColumn.keySet();
    for (List<String> pair : ordered) {
      if (line.has(pair) && pair.stream().noneMatch(broken::contains) && reversed(line, pair)) {
        ErrorCode code =
            schema.isNumber(pair.get(0)) ? REGISTER_NUMBERS_REVERSED : REGISTER_DATES_REVERSED;
        faults.add(at(code, line, pair.get(1), pair.get(1), pair.get(0)));
      }
    }
    for (List<String> pair : distinct) {
      if (line.has(pair) && line.cell(pair.get(0)).equals(line.cell(pair.get(1)))) {
        faults.add(at(REGISTER_OWN_WORK, line, pair.get(1), line.cell(pair.get(1))));
      }
    }
    if (file.name() == RegisterName.COURSE_RUN && faults.isEmpty()) {
      faults.addAll(tooLong(line));
      faults.addAll(nameTooLong(line));
      faults.addAll(weeksOutside(line));
    }
    return faults;
  }

  private List<Error> errors(RegisterLine line) {
    if (known.vouchFor(line)) {
      return List.of();
    }
    List<Error> errors = schema.errors(node(line));
    if (errors.isEmpty()) {
      known.add(line);
    }
    return errors;
  }

  private Optional<Fault> fault(RegisterLine line, Error error) {
    String keyword = error.getKeyword();
    if (keyword.equals("required")) {
      String column = error.getProperty();
      return Optional.of(at(REGISTER_VALUE_MISSING, line, column, schema.example(column)));
    }
    if (keyword.equals("additionalProperties") || error.getInstanceLocation().getNameCount() < 1) {
      // The header has said already that there is no such column.
      return Optional.empty();
    }
    String column = error.getInstanceLocation().getName(-1);
    String cell = line.cell(column);
    return Optional.of(
        switch (keyword) {
          case "enum", "const" ->
              at(REGISTER_WORD_UNKNOWN, line, column, cell, words(error.getSchemaNode()));
          case "type", "minimum" ->
              at(REGISTER_NUMBER_INVALID, line, column, cell, schema.example(column));
          case "false" -> at(REGISTER_VALUE_NOT_ALLOWED, line, column, cell);
          default -> at(REGISTER_VALUE_INVALID, line, column, cell, schema.example(column, error));
        });
  }

  private static String words(JsonNode allowed) {
    return StreamSupport.stream(allowed.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private ObjectNode node(RegisterLine line) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    line.cells()
        .forEach(
            (column, cell) -> {
              if (schema.isNumber(column) && NUMBER.matcher(cell).matches()) {
                node.put(column, new BigDecimal(cell));
              } else {
                node.put(column, cell);
              }
            });
    return node;
  }

  private boolean reversed(RegisterLine line, List<String> pair) {
    String first = line.cell(pair.get(0));
    String second = line.cell(pair.get(1));
    if (schema.isNumber(pair.get(0))) {
      return new BigDecimal(second).compareTo(new BigDecimal(first)) < 0;
    }
    return switch (schema.format(pair.get(0))) {
      case "date" -> CellFormat.date(second).isBefore(CellFormat.date(first));
      default -> {
        Instant start = CellFormat.instant(first);
        yield CellFormat.instant(second).isBefore(start);
      }
    };
  }

  /** A day that stands for "never" would make weeks without end. */
  private List<Fault> tooLong(RegisterLine line) {
    LocalDate opens = CellFormat.date(line.cell("opens_on"));
    LocalDate closes = CellFormat.date(line.cell("closes_on"));
    return closes.isAfter(opens.plusYears(CourseRun.MOST_YEARS))
        ? List.of(at(REGISTER_RUN_TOO_LONG, line, "closes_on", opens.toString(), closes.toString()))
        : List.of();
  }

  private List<Fault> nameTooLong(RegisterLine line) {
    String id = line.cell("course_id");
    return CourseRun.namesFolder(id)
        ? List.of()
        : List.of(at(REGISTER_NAME_TOO_LONG, line, "course_id", id));
  }

  private List<Fault> weeksOutside(RegisterLine line) {
    String weeks = line.cell("weeks_off");
    if (weeks == null) {
      return List.of();
    }
    LocalDate opens = CellFormat.date(line.cell("opens_on"));
    LocalDate closes = CellFormat.date(line.cell("closes_on"));
    return CellFormat.dates(weeks).stream()
        .filter(day -> day.isBefore(opens) || day.isAfter(closes))
        .map(
            day ->
                at(
                    REGISTER_DATE_OUTSIDE,
                    line,
                    "weeks_off",
                    day.toString(),
                    opens.toString(),
                    closes.toString()))
        .toList();
  }

  private Fault at(ErrorCode code, RegisterLine line, String column, String... arguments) {
    return Fault.at(code, file.path(), line.line(), column, arguments);
  }
}
