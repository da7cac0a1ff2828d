package vn.chuyencan.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Night;
import vn.chuyencan.model.Decision;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;

/** {@code chuyencan explain}. */
@Command(
    name = "explain",
    description = "One learner's decisions, criterion by criterion, with the evidence.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** So many ids a reader still looks through. */
  private static final int MOST_IDS = 30;

  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(names = "--learner", paramLabel = "ID", required = true, description = "The learner.")
  private String learnerId;

  @Option(names = "--course", paramLabel = "ID", required = true, description = "The course run.")
  private String courseId;

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    return nights.reading(
        nights.configuration(),
        night -> {
          top.out().print(Explanations.of(night, decisions(night), options.language()));
          return 0;
        });
  }

  private List<Decision> decisions(Night night) {
    Lake lake = night.lake();
    if (!lake.exists(Tables.ELIGIBILITY_DECISION)) {
      throw new PipelineException(Fault.of(ErrorCode.NOTHING_DECIDED, lake.warehouse()));
    }
    List<Decision> decisions = StoredDecisions.of(lake, courseId, learnerId);
    if (decisions.isEmpty()) {
      throw new PipelineException(unknown(lake));
    }
    return decisions;
  }

  private Fault unknown(Lake lake) {
    Set<String> courses = StoredDecisions.courses(lake);
    return courses.contains(courseId)
        ? Fault.of(
            ErrorCode.LEARNER_UNKNOWN,
            learnerId,
            courseId,
            listed(StoredDecisions.learners(lake, courseId)))
        : Fault.of(ErrorCode.COURSE_UNKNOWN, courseId, listed(courses));
  }

  private static String listed(Set<String> ids) {
    String shown = ids.stream().limit(MOST_IDS).collect(Collectors.joining(", "));
    return ids.size() <= MOST_IDS ? shown : shown + ", … (" + ids.size() + ")";
  }
}
