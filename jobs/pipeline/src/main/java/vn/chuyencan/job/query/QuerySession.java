package vn.chuyencan.job.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.spark.TimeTravel;
import org.apache.iceberg.spark.source.SparkTable;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.ErasureTable;
import vn.chuyencan.job.PipelineSession;
import vn.chuyencan.measure.Population;
import vn.chuyencan.model.Registers;
import vn.chuyencan.report.LatestPublication;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.ManifestFile;
import vn.chuyencan.report.query.QueryRows;
import vn.chuyencan.table.Bilingual;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.OvertakenReading;
import vn.chuyencan.table.TableColumn;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.table.Vault;
import vn.chuyencan.table.Visibility;

/**
 * The tables of an institution, to be asked in Spark's SQL. What is published is read from the
 * latest publication, all else from the lake as of its last commit, whatever a night writes
 * meanwhile; nothing is written. Instants are told in UTC.
 */
public final class QuerySession {
  private static final String NAMES = "learner_name";
  private static final Bilingual OWNERS_MEANING =
      new Bilingual(
          "Mỗi dòng là một khóa của người thực hiện và người học mà khóa ấy chỉ tới.",
          "One actor key and the learner whom it means.");
  private static final Bilingual NAMES_MEANING =
      new Bilingual("Mỗi dòng là họ tên một người học.", "The name of one learner.");

  /** What Spark calls it when a question names a table that is not there. */
  private static final String FULL_NAME = "full_name";

  private static final Bilingual FULL_NAME_MEANING =
      new Bilingual("Họ tên theo sổ learner.", "Full name in the register learner.");
  private static final Bilingual UNKNOWN = new Bilingual("–", "–");
  private static final String UNKNOWN_TABLE = "TABLE_OR_VIEW_NOT_FOUND";

  private static final String OWNERS = "actor_learner";

  private final org.apache.spark.sql.classic.SparkSession spark;
  private final Scope scope;
  private final Lake lake;
  private final Registers registers;
  private final Map<String, List<Path>> published;
  private final Map<String, QueryTable> tables = new TreeMap<>();
  private final Map<String, Supplier<Dataset<Row>>> waiting = new HashMap<>();

  private QuerySession(SparkSession spark, Scope scope, Lake lake) {
    this.spark = (org.apache.spark.sql.classic.SparkSession) spark;
    // Else a path in the place of a table reads whatever file the process may: the vault unlogged.
    spark.conf().set("spark.sql.runSQLOnFiles", false);
    ReadOnlySql.close(this.spark.sessionState().functionRegistry());
    this.scope = scope;
    this.lake = lake;
    this.registers =
        scope
            .registers()
            .without(
                new ErasureTable(lake).tombstones(scope.configuration().institution().secret()));
    this.published = published(scope.configuration());
  }

  /**
   * What may be asked.
   *
   * @param registers the institution's registers, for who is who
   * @param names whether persons may be seen by their names and identifiers
   */
  public record Scope(Configuration configuration, Registers registers, boolean names) {}

  /**
   * Works with a session, which is there for this work.
   *
   * @param master Spark's master
   * @param settings further settings of Spark
   * @throws PipelineException {@link ErrorCode#SPARK_UNAVAILABLE}, or what {@link Lake#reading}
   *     throws
   */
  public static <T> T during(
      Scope scope, String master, Map<String, String> settings, Function<QuerySession, T> work) {
    return PipelineSession.during(
        master,
        settings,
        spark -> {
          try (Lake lake =
              Lake.reading(
                  spark.sparkContext().hadoopConfiguration(), scope.configuration().lake())) {
            QuerySession session = new QuerySession(spark, scope, lake);
            session.open();
            return work.apply(session);
          }
        });
  }

  private void open() {
    // What a night made for its publication is in no lake.
    for (String name : Tables.requested()) {
      List<Path> files = published.getOrDefault(name, List.of());
      if (!files.isEmpty()) {
        know(TableContract.of(name), files);
      }
    }
    for (String name : Tables.names()) {
      TableContract contract = TableContract.of(name);
      List<Path> files = published.getOrDefault(name, List.of());
      if (contract.visibility() != Visibility.LAKE && !files.isEmpty()) {
        know(contract.published(), files);
      } else if (lake.exists(name) && (scope.names() || !Tables.isInVault(name))) {
        know(contract, QueryTable.Kind.LAKE, () -> rows(name));
      }
    }
    if (!Population.infersLearners(registers)) {
      know(OWNERS, OWNERS_MEANING, this::owners);
    }
    if (scope.names()) {
      know(NAMES, NAMES_MEANING, this::names);
    }
    for (QueryView view : QueryView.ALL) {
      if (tables.keySet().containsAll(needs(view))) {
        know(
            view.name(),
            view.meaning(),
            () -> {
              needs(view).forEach(this::register);
              return spark.sql(view.sql(scope.names()));
            });
      }
    }
  }

  private void know(TableContract contract, List<Path> files) {
    String[] places = files.stream().map(file -> file.toUri().toString()).toArray(String[]::new);
    know(contract, QueryTable.Kind.PUBLISHED, () -> spark.read().parquet(places));
  }

  private List<String> needs(QueryView view) {
    return view.needs().stream().filter(need -> scope.names() || !need.equals(NAMES)).toList();
  }

  private void know(TableContract contract, QueryTable.Kind kind, Supplier<Dataset<Row>> rows) {
    List<QueryTable.Column> columns = new ArrayList<>();
    for (TableColumn column : contract.columns()) {
      columns.add(
          new QueryTable.Column(
              column.name(), column.type().text(), column.unit(), column.meaning(), column.laws()));
    }
    tables.put(contract.name(), new QueryTable(contract.name(), kind, contract.grain(), columns));
    waiting.put(contract.name(), rows);
  }

  private void know(String name, Bilingual meaning, Supplier<Dataset<Row>> rows) {
    tables.put(name, new QueryTable(name, QueryTable.Kind.VIEW, meaning, List.of()));
    waiting.put(name, rows);
  }

  /** Makes a table known to Spark, which takes a moment for each: only when it is asked for. */
  private void register(String name) {
    Supplier<Dataset<Row>> rows = waiting.remove(name);
    if (rows == null) {
      return;
    }
    Dataset<Row> made = rows.get();
    made.createOrReplaceTempView(name);
    QueryTable table = tables.get(name);
    if (table.kind() == QueryTable.Kind.VIEW) {
      tables.put(name, new QueryTable(name, table.kind(), table.meaning(), columns(name, made)));
    }
  }

  private List<QueryTable.Column> columns(String name, Dataset<Row> made) {
    Optional<QueryView> view =
        QueryView.ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    List<QueryTable.Column> columns = new ArrayList<>();
    for (StructField field : made.schema().fields()) {
      columns.add(
          new QueryTable.Column(
              field.name(),
              field.dataType().simpleString(),
              "",
              meaning(view, field.name()),
              List.of()));
    }
    return columns;
  }

  /** The Parquet files of the latest publication by table: a long table has several. */
  private static Map<String, List<Path>> published(Configuration configuration) {
    try {
      Optional<Path> latest = LatestPublication.find(Path.of(configuration.publish()));
      return latest.isEmpty()
          ? Map.of()
          : ManifestFile.read(latest.get()).tables().stream()
              .filter(table -> Files.exists(latest.get().resolve(table.parquet())))
              .collect(
                  Collectors.groupingBy(
                      Manifest.Table::name,
                      Collectors.mapping(
                          table -> latest.get().resolve(table.parquet()), Collectors.toList())));
    } catch (IOException unreadable) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, configuration.publish(), Reason.of(unreadable)),
          unreadable);
    }
  }

  /** Rows of the last commit, by the table's metadata, whichever catalog names them. */
  private Dataset<Row> rows(String name) {
    // The table itself, and not its metadata by their place: it alone can open encrypted files.
    SparkTable table =
        SparkTable.create(
            lake.table(name),
            TimeTravel.version(Long.toString(lake.state().snapshots().get(name))));
    return org.apache.spark.sql.classic.Dataset.ofRows(
        spark, DataSourceV2Relation.create(table, Option.empty(), Option.empty()));
  }

  private Dataset<Row> owners() {
    List<Row> owners = new ArrayList<>();
    Population.owners(registers, scope.configuration().institution().secret())
        .forEach((actor, learner) -> owners.add(RowFactory.create(actor, learner)));
    return spark.createDataFrame(
        owners,
        new StructType()
            .add("actor_key", DataTypes.LongType, false)
            .add("learner_id", DataTypes.StringType, false));
  }

  private Dataset<Row> names() {
    List<Row> names = new ArrayList<>();
    registers
        .learners()
        .forEach(learner -> names.add(RowFactory.create(learner.learnerId(), learner.fullName())));
    return spark.createDataFrame(
        names,
        new StructType()
            .add("learner_id", DataTypes.StringType, false)
            .add(FULL_NAME, DataTypes.StringType, false));
  }

  /** A column of a view means what it means in the table that it comes from, its rows' first. */
  private Bilingual meaning(Optional<QueryView> view, String column) {
    String origin = view.map(one -> one.origin(column)).orElse(column);
    int point = origin.indexOf('.');
    if (point >= 0) {
      return meaning(List.of(origin.substring(0, point)), origin.substring(point + 1));
    }
    List<String> from = new ArrayList<>(view.map(QueryView::needs).orElse(List.of()));
    // Names and owners are made of registers; what they call a learner every table does.
    from.addAll(List.of(Tables.ELIGIBILITY_DECISION, Tables.ACTOR));
    return meaning(from, column);
  }

  private static Bilingual meaning(List<String> from, String column) {
    return from.stream()
        .filter(Tables.names()::contains)
        .flatMap(name -> TableContract.of(name).columns().stream())
        .filter(known -> known.name().equals(column))
        .map(TableColumn::meaning)
        .findFirst()
        .orElse(column.equals(FULL_NAME) ? FULL_NAME_MEANING : UNKNOWN);
  }

  /** Where what tells who somebody is lies apart. */
  public Vault vault() {
    return lake.vault();
  }

  /** The settings of file systems. */
  public org.apache.hadoop.conf.Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** What may be asked, by name; of views without their columns until they were asked for. */
  public Map<String, QueryTable> tables() {
    return new TreeMap<>(tables);
  }

  /** A table or view with its columns; empty when there is none of that name. */
  public Optional<QueryTable> table(String name) {
    register(name);
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * Answers a question.
   *
   * @param sql one statement that only asks
   * @param use takes the answer; its rows are computed while they are taken
   * @throws PipelineException {@link ErrorCode#QUERY_INVALID}, {@link
   *     ErrorCode#QUERY_TABLE_UNKNOWN}, {@link ErrorCode#QUERY_NOT_READ_ONLY}, {@link
   *     ErrorCode#QUERY_FAILED}, {@link ErrorCode#LAKE_OVERTAKEN}
   */
  public void ask(String sql, Consumer<QueryRows> use) {
    answered(sql, rows -> use.accept(answer(rows)));
  }

  /**
   * Writes the answer as one Parquet file.
   *
   * @param folder an empty folder for what is on the way
   * @return the file, in the folder
   * @throws PipelineException as {@link #ask}
   */
  public Path parquet(String sql, Path folder) {
    Path target = folder.resolve("parquet");
    answered(sql, rows -> rows.coalesce(1).write().parquet(target.toUri().toString()));
    try (var files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".parquet"))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.QUERY_FAILED, String.valueOf(failure.getMessage())), failure);
    }
  }

  private void answered(String sql, Consumer<Dataset<Row>> use) {
    try {
      ReadOnlySql.require(spark.sessionState().sqlParser().parsePlan(sql));
      Set<String> words =
          new HashSet<>(Arrays.asList(sql.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+", -1)));
      tables.keySet().stream().filter(words::contains).toList().forEach(this::register);
      use.accept(spark.sql(sql));
    } catch (PipelineException known) {
      throw OvertakenReading.of(lake, hadoop(), known);
    } catch (Exception failure) {
      // Spark throws checked exceptions that its methods do not declare.
      throw OvertakenReading.of(lake, hadoop(), refused(failure));
    } catch (StackOverflowError deep) {
      // Parser and optimizer go down a query level by level.
      throw new PipelineException(Fault.of(ErrorCode.QUERY_TOO_DEEP), deep);
    }
  }

  private PipelineException refused(Exception failure) {
    Throwable cause = failure;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof AnalysisException unknown
        && UNKNOWN_TABLE.equals(unknown.getCondition())) {
      String name = unknown.getMessageParameters().getOrDefault("relationName", "");
      return new PipelineException(
          Fault.of(
              ErrorCode.QUERY_TABLE_UNKNOWN,
              name.replace("`", ""),
              String.join(", ", tables.keySet())),
          failure);
    }
    boolean invalid =
        cause instanceof AnalysisException
            || cause instanceof ParseException
            || (cause instanceof SparkThrowable told && isOfTheQuestion(told.getSqlState()));
    return new PipelineException(
        Fault.of(invalid ? ErrorCode.QUERY_INVALID : ErrorCode.QUERY_FAILED, plain(cause)),
        failure);
  }

  /**
   * Whether the question itself cannot be answered, such as a division by zero (data exception, 22)
   * or a subquery of several rows (cardinality, 21), and not the machine is at its end.
   */
  private static boolean isOfTheQuestion(String sqlState) {
    return sqlState != null
        && (sqlState.startsWith("21") || sqlState.startsWith("22") || sqlState.startsWith("42"));
  }

  /** Spark's words without the plan that follows them. */
  private static String plain(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    int plan = message.indexOf(";\n'");
    return (plan < 0 ? message : message.substring(0, plan)).strip();
  }

  private static QueryRows answer(Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    List<Boolean> numbers = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      numbers.add(field.dataType() instanceof NumericType);
    }
    Iterator<Row> each = rows.toLocalIterator();
    return new QueryRows(
        columns,
        numbers,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Object[] next() {
            Row row = each.next();
            Object[] values = new Object[columns.size()];
            for (int index = 0; index < values.length; index++) {
              values[index] = java(row.get(index));
            }
            return values;
          }
        });
  }

  private static Object java(Object value) {
    if (value instanceof scala.collection.Seq<?> list) {
      List<Object> copy = new ArrayList<>();
      CollectionConverters.asJava(list).forEach(each -> copy.add(java(each)));
      return copy;
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      CollectionConverters.asJava(map)
          .forEach((key, each) -> copy.put(String.valueOf(key), java(each)));
      return copy;
    } else if (value instanceof Row row) {
      Map<String, Object> copy = new LinkedHashMap<>();
      String[] names = row.schema().fieldNames();
      for (int index = 0; index < names.length; index++) {
        copy.put(names[index], java(row.get(index)));
      }
      return copy;
    }
    return value;
  }
}
