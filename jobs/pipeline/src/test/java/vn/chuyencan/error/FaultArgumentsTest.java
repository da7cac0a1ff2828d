package vn.chuyencan.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import vn.chuyencan.testing.Repository;

/** Whoever names a fault gives as many arguments as its message tells. */
class FaultArgumentsTest {
  private static final String SOURCES = "jobs/pipeline/src/main/java";
  private static final Pattern CODE = Pattern.compile("(?:ErrorCode\\.)?([A-Z][A-Z0-9_]+)");
  private static final int FEWEST_CALLS = 20;

  private final List<String> wrong = new ArrayList<>();
  private int calls;

  @Test
  void callersGiveWhatTheMessageTells() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Repository.root().resolve(SOURCES))) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        new Calls(unit).scan(unit, null);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(calls).as("calls whose code is written out").isGreaterThan(FEWEST_CALLS);
  }

  private final class Calls extends TreeScanner<Void, Void> {
    private final String file;

    Calls(CompilationUnitTree unit) {
      this.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      String method = call.getMethodSelect().toString();
      if (method.equals("Fault.of")) {
        check(call.getArguments(), 1);
      } else if (method.equals("Fault.at")) {
        check(call.getArguments(), 4);
      }
      return super.visitMethodInvocation(call, null);
    }

    private void check(List<? extends ExpressionTree> arguments, int before) {
      Matcher code = CODE.matcher(arguments.get(0).toString());
      if (!code.matches()) {
        return;
      }
      calls++;
      int told = ErrorCodeTest.placeholders(ErrorCode.valueOf(code.group(1)), Language.EN).size();
      if (arguments.size() - before != told) {
        wrong.add(file + ": " + arguments + " for " + told + " placeholders");
      }
    }
  }
}
