package vn.chuyencan.job;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.decide.StoredDecisions;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.Lake;

/** Finds the one learner whom an id or a full name means, among those upon whom was decided. */
final class LearnerSearch {
  private final Registers registers;
  private final Lake lake;

  LearnerSearch(Registers registers, Lake lake) {
    this.registers = registers;
    this.lake = lake;
  }

  /**
   * The learner's id. An id goes before a name; case, spaces and the form of the letters of a name
   * do not matter.
   *
   * @param courseId where only its learners are meant
   * @throws PipelineException {@link ErrorCode#LEARNER_UNKNOWN}, {@link
   *     ErrorCode#LEARNER_AMBIGUOUS}, {@link ErrorCode#LEARNER_NOT_DECIDED}
   */
  String find(String learner, Optional<String> courseId) {
    Set<String> decided =
        courseId
            .map(id -> StoredDecisions.learners(lake, id))
            .orElseGet(() -> StoredDecisions.learners(lake));
    if (decided.contains(learner)) {
      return learner;
    }
    List<String> named =
        registers.learners().stream()
            .filter(
                person ->
                    person.learnerId().equals(learner)
                        || plain(person.fullName()).equals(plain(learner)))
            .map(Learner::learnerId)
            .toList();
    List<String> found = named.stream().filter(decided::contains).sorted().toList();
    if (found.size() > 1) {
      throw new PipelineException(Fault.of(ErrorCode.LEARNER_AMBIGUOUS, learner, described(found)));
    }
    if (found.isEmpty()) {
      throw new PipelineException(notFound(learner, named, decided, courseId));
    }
    return found.get(0);
  }

  private Fault notFound(
      String learner, List<String> named, Set<String> decided, Optional<String> courseId) {
    if (!named.isEmpty()) {
      return Fault.of(
          ErrorCode.LEARNER_NOT_DECIDED,
          learner,
          String.join(", ", new TreeSet<>(named)),
          ExplainJob.listed(courseId.map(Set::of).orElseGet(() -> StoredDecisions.courses(lake))));
    }
    return Fault.of(
        ErrorCode.LEARNER_UNKNOWN,
        learner,
        courseId.orElseGet(() -> ExplainJob.listed(StoredDecisions.courses(lake))),
        ExplainJob.listed(decided));
  }

  /** Each id with the course runs in which it was decided upon. */
  private String described(List<String> ids) {
    return ids.stream()
        .map(id -> id + " (" + String.join(", ", StoredDecisions.courses(lake, id)) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
