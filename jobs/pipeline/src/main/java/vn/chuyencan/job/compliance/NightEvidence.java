package vn.chuyencan.job.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.comply.Evidence;
import vn.chuyencan.comply.EvidenceTable;
import vn.chuyencan.comply.EvidenceTable.Column;
import vn.chuyencan.comply.EvidenceTable.ColumnKind;
import vn.chuyencan.comply.EvidenceTable.Origin;
import vn.chuyencan.comply.Regulation.Words;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Register;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.coursepackage.PackageFiles;
import vn.chuyencan.source.register.RegisterCells;
import vn.chuyencan.source.register.RegisterDescription;
import vn.chuyencan.table.ColumnType;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/**
 * What a night knows, as tables for rules: the institution's registers, those that measures are
 * made from, and the tables of the lake, of these the columns without parts and lists of texts,
 * which are joined. The log is too long to be such a table: rules ask {@code section_activity}, its
 * sums.
 */
public final class NightEvidence implements Evidence {
  private static final Words NIGHT =
      new Words("người vận hành: chạy chuyencan run", "the operator: chuyencan run");

  private final Registers registers;
  private final Map<InstitutionRegister, List<Map<String, String>>> institution;
  private final Lake lake;
  private final ZoneId zone;
  private final Supplier<List<Object[]>> activity;
  private final PackageFiles files;
  private final CourseQuestions questions;

  /**
   * @param zone in which instants are told
   * @param activity the rows of {@code section_activity}, whose making reads the whole log: asked
   *     for once, and only where a rule wants them
   * @param files what measures the files of packages of courses, when a rule asks for them
   * @param questions what reads banks of questions, when a rule asks for them
   */
  NightEvidence(
      Registers registers,
      Map<InstitutionRegister, List<Map<String, String>>> institution,
      Lake lake,
      ZoneId zone,
      Supplier<List<Object[]>> activity,
      PackageFiles files,
      CourseQuestions questions) {
    this.registers = registers;
    this.institution = institution;
    this.lake = lake;
    this.zone = zone;
    this.activity = activity;
    this.files = files;
    this.questions = questions;
  }

  @Override
  public boolean has(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    if (Tables.PACKAGE_FILE.equals(name)) {
      return institution.containsKey(InstitutionRegister.PACKAGE_ITEM);
    }
    if (isOfLake(need)) {
      return lake.exists(Tables.SECTION_ACTIVITY.equals(name) ? Tables.LEARNING_EVENT : name);
    }
    if (register(name) == InstitutionRegister.QUESTION_ITEM) {
      return questions.known(institution);
    }
    return register(name) instanceof RegisterName known
        ? registers.has(known)
        : institution.containsKey((InstitutionRegister) register(name));
  }

  @Override
  public Stands stands(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    if (Tables.SECTION_ACTIVITY.equals(name)) {
      return Stands.TAKEN_IN;
    }
    boolean before =
        Tables.PACKAGE_FILE.equals(name)
            || (!isOfLake(need) && register(name) != InstitutionRegister.QUESTION_ITEM);
    return before ? Stands.BEFORE : Stands.MEASURED;
  }

  @Override
  public Words supplier(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    if (Tables.PACKAGE_FILE.equals(name)) {
      return supplier("reg." + InstitutionRegister.PACKAGE_ITEM.code());
    }
    if (isOfLake(need)) {
      return NIGHT;
    }
    return known(name)
        .map(RegisterDescription::of)
        .map(described -> new Words(described.supplierVi(), described.supplierEn()))
        .orElse(new Words("", ""));
  }

  @Override
  public EvidenceTable table(String need) {
    String name = need.substring(need.indexOf('.') + 1);
    return isOfLake(need) ? ofLake(name) : ofRegister(register(name));
  }

  private static boolean isOfLake(String need) {
    return need.startsWith(Origin.LAKE.schema() + ".");
  }

  private static Optional<Register> known(String name) {
    return Stream.concat(
            Arrays.stream(RegisterName.values()).map(Register.class::cast),
            Arrays.stream(InstitutionRegister.values()).map(Register.class::cast))
        .filter(register -> register.code().equals(name))
        .findFirst();
  }

  private static Register register(String name) {
    return known(name).orElseThrow(() -> new IllegalStateException("there is no register " + name));
  }

  private EvidenceTable ofRegister(Register register) {
    RegisterDescription described = RegisterDescription.of(register);
    RegisterCells cells = new RegisterCells(zone);
    List<Map<String, String>> rows =
        register instanceof RegisterName known
            ? registers.rows(known).stream().map(cells::of).toList()
            : ofInstitution((InstitutionRegister) register);
    List<Column> columns =
        described.columns().stream()
            .map(column -> new Column(column.name(), type(column.kind())))
            .toList();
    return new EvidenceTable(
        Origin.REGISTER,
        register.code(),
        columns,
        () ->
            rows.stream()
                .map(
                    row ->
                        columns.stream()
                            .map(column -> value(row.get(column.name()), column.type()))
                            .toArray())
                .iterator());
  }

  private List<Map<String, String>> ofInstitution(InstitutionRegister register) {
    return register == InstitutionRegister.QUESTION_ITEM
        ? questions.rows(institution)
        : institution.getOrDefault(register, List.of());
  }

  private static ColumnKind type(RegisterDescription.Kind kind) {
    return switch (kind) {
      case TEXT -> ColumnKind.TEXT;
      case NUMBER -> ColumnKind.NUMBER;
      case DATE -> ColumnKind.DAY;
      case INSTANT -> ColumnKind.MOMENT;
    };
  }

  private Object value(String cell, ColumnKind type) {
    if (cell == null) {
      return null;
    }
    return switch (type) {
      case TEXT -> cell;
      case NUMBER -> new BigDecimal(cell);
      case DAY -> LocalDate.parse(cell);
      case MOMENT -> local(OffsetDateTime.parse(cell).toInstant());
      case COUNT, FLAG -> throw new IllegalStateException("registers have no " + type);
    };
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  private EvidenceTable ofLake(String name) {
    List<Column> columns = new ArrayList<>();
    for (TableColumn column : TableContract.of(name).columns()) {
      type(column.type()).ifPresent(type -> columns.add(new Column(column.name(), type)));
    }
    List<Object[]> rows = new ArrayList<>();
    if (Tables.SECTION_ACTIVITY.equals(name)) {
      for (Object[] row : activity.get()) {
        rows.add(Arrays.stream(row).map(this::value).toArray());
      }
    } else if (Tables.PACKAGE_FILE.equals(name)) {
      // Measured when asked: the files are no part of what a night takes in.
      rows.addAll(
          files.rows(institution.getOrDefault(InstitutionRegister.PACKAGE_ITEM, List.of())));
    } else if (lake.exists(name)) {
      String[] names = columns.stream().map(Column::name).toArray(String[]::new);
      try (CloseableIterable<Record> records = lake.rows(name, Expressions.alwaysTrue(), names)) {
        for (Record record : records) {
          Object[] row = new Object[names.length];
          for (int column = 0; column < names.length; column++) {
            row[column] = value(record.getField(names[column]));
          }
          rows.add(row);
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return new EvidenceTable(Origin.LAKE, name, columns, rows);
  }

  private static Optional<ColumnKind> type(ColumnType type) {
    if (type instanceof ColumnType.Decimal) {
      return Optional.of(ColumnKind.NUMBER);
    }
    if (type instanceof ColumnType.ArrayOf array && array.element() == ColumnType.Scalar.STRING) {
      return Optional.of(ColumnKind.TEXT);
    }
    if (!(type instanceof ColumnType.Scalar scalar)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (scalar) {
          case BOOLEAN -> ColumnKind.FLAG;
          case INT, LONG -> ColumnKind.COUNT;
          case STRING, UUID -> ColumnKind.TEXT;
          case DATE -> ColumnKind.DAY;
          case TIMESTAMP -> ColumnKind.MOMENT;
        });
  }

  private Object value(Object value) {
    if (value instanceof Instant moment) {
      return local(moment);
    } else if (value instanceof OffsetDateTime moment) {
      return local(moment.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    } else if (value instanceof Integer count) {
      return (long) count;
    } else if (value instanceof UUID id) {
      return id.toString();
    } else if (value instanceof List<?> texts) {
      return texts.isEmpty()
          ? null
          : texts.stream().map(String::valueOf).collect(Collectors.joining("; "));
    } else if (value instanceof CharSequence text) {
      return text.toString();
    }
    return value;
  }
}
