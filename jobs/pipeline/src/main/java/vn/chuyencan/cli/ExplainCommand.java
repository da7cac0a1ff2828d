package vn.chuyencan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.ExplainJob;
import vn.chuyencan.job.ExplainRequest;
import vn.chuyencan.report.explain.Explanation;
import vn.chuyencan.report.explain.ExplanationFormat;
import vn.chuyencan.report.explain.ExplanationSubject.Evidence;

/** {@code chuyencan explain}. */
@Command(
    name = "explain",
    description = {
      "One learner's decisions, told to the learner; with --evidence what is behind them.",
      "Outcome, rules, figures, what is lacking by name, who decides, how to object."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;
  @Mixin private AccessOptions access;

  @Option(
      names = "--learner",
      paramLabel = "ID|NAME",
      required = true,
      description = "The learner: id, or full name where only one has it.")
  private String learner;

  @Option(
      names = "--course",
      paramLabel = "ID",
      description = "The course run (default: all of the learner).")
  private String courseId;

  @Option(
      names = "--certificate",
      paramLabel = "ID",
      description = "The certificate, such as theory (default: all).")
  private String certificate;

  @Option(
      names = "--format",
      paramLabel = "text|markdown|html|json",
      defaultValue = "text",
      description =
          "Layout; html is one file that prints on A4, json for programs (default:"
              + " ${DEFAULT-VALUE}).")
  private ExplanationFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it (default: standard output).")
  private Path out;

  @Option(
      names = "--evidence",
      description = "Show the rows behind each figure and where each of them stands.")
  private boolean evidence;

  @Option(names = "--all", description = "With --evidence: every row, however many there are.")
  private boolean all;

  @Override
  public Integer call() {
    if (all && !evidence) {
      throw new PipelineException(Fault.of(ErrorCode.OPTION_NEEDS_OPTION, "--all", "--evidence"));
    }
    ExplainRequest request =
        new ExplainRequest(
            learner,
            Optional.ofNullable(courseId),
            Optional.ofNullable(certificate),
            !evidence ? Evidence.NONE : all ? Evidence.ALL_ROWS : Evidence.FIRST_ROWS);
    Nights nights = top.nights(options);
    return nights.reading(
        nights.configuration(),
        night -> {
          StoredDecisions.requireDay(options.asOf(), night);
          Map<String, String> what = new HashMap<>();
          what.put("learner", ExplainJob.hashOfAsked(night, request));
          what.put("course", courseId);
          access.note(night, "explain", what);
          List<Explanation> explanations = ExplainJob.explain(night, request, options.language());
          String text = format.render(explanations);
          if (out == null) {
            top.out().print(text);
          } else {
            write(text);
          }
          return 0;
        });
  }

  /** Whole or not at all. */
  private void write(String text) {
    Path file = out.toAbsolutePath().normalize();
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new PipelineException(
          Fault.of(ErrorCode.EXPLANATION_UNWRITABLE, file.toString(), Reason.of(failure)), failure);
    }
    top.out().println(file);
  }
}
