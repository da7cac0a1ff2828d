package vn.chuyencan.job.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowColumns;
import org.apache.spark.sql.catalyst.plans.logical.ShowFunctions;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.execution.command.ExplainCommand;
import scala.jdk.javaapi.CollectionConverters;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;

/**
 * Lets through what asks and nothing that changes anything: no table, file, setting or view, and no
 * function that calls into the program.
 */
final class ReadOnlySql {
  private static final Set<Class<?>> ASKING =
      Set.of(
          DescribeFunction.class,
          DescribeRelation.class,
          ShowColumns.class,
          ShowFunctions.class,
          ShowTables.class);

  /** Of what questions are made. What is not here may be new and write: then it is refused. */
  private static final Set<String> PARTS =
      Set.of(
          "Aggregate",
          "Distinct",
          "Except",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "Range",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedOrderBy",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "Window",
          "WithWindowDefinition");

  private static final Set<String> CALLING_OUT = Set.of("reflect", "java_method", "try_reflect");

  private ReadOnlySql() {}

  /**
   * Takes the functions that call into the program out of a session. A question may name a function
   * in ways that no parser shows, such as {@code IDENTIFIER('re' || 'flect')}.
   *
   * @param functions the session's own, which no other session has
   */
  static void close(FunctionRegistry functions) {
    CALLING_OUT.forEach(name -> functions.dropFunction(new FunctionIdentifier(name)));
  }

  /**
   * Refuses a statement that does more than ask.
   *
   * @throws PipelineException {@link ErrorCode#QUERY_NOT_READ_ONLY}
   */
  static void require(LogicalPlan plan) {
    if (ASKING.stream().anyMatch(kind -> kind.isInstance(plan))) {
      return;
    }
    // Spark computes what it can while it plans, so explaining is asking.
    List<LogicalPlan> open =
        new ArrayList<>(
            List.of(plan instanceof ExplainCommand explain ? explain.logicalPlan() : plan));
    while (!open.isEmpty()) {
      LogicalPlan part = open.remove(open.size() - 1);
      String kind = part.getClass().getSimpleName().replace("$", "");
      if (!PARTS.contains(kind)) {
        throw refused(kind);
      }
      if (part instanceof UnresolvedTableValuedFunction function) {
        requireHarmless(String.join(".", CollectionConverters.asJava(function.name())));
      }
      CollectionConverters.asJava(part.expressions()).forEach(each -> look(each, open));
      open.addAll(CollectionConverters.asJava(part.children()));
      CollectionConverters.asJava(part.innerChildren())
          .forEach(
              inner -> {
                if (inner instanceof SubqueryAlias alias) {
                  // The named parts of WITH.
                  open.add(alias);
                }
              });
    }
  }

  private static void look(Expression expression, List<LogicalPlan> open) {
    if (expression instanceof UnresolvedFunction function) {
      List<String> name = CollectionConverters.asJava(function.nameParts());
      requireHarmless(name.get(name.size() - 1));
    }
    if (expression instanceof org.apache.spark.sql.catalyst.expressions.PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      open.add(plan);
    }
    CollectionConverters.asJava(expression.children()).forEach(each -> look(each, open));
  }

  private static void requireHarmless(String function) {
    if (CALLING_OUT.contains(function.toLowerCase(Locale.ROOT))) {
      throw refused(function);
    }
  }

  private static PipelineException refused(String what) {
    return new PipelineException(Fault.of(ErrorCode.QUERY_NOT_READ_ONLY, what));
  }
}
