package vn.chuyencan.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.ReviewDecision;
import vn.chuyencan.table.RowShape;
import vn.chuyencan.table.Tables;

/**
 * From what stood out in a learner's traces to cases in the queue of persons. Such a case belongs
 * to no certificate, and no decision in it changes one: it says that somebody has looked.
 */
final class IntegrityCases {
  /** In the place of a certificate; no policy may call one so. */
  static final String CERTIFICATE = ReviewCase.INTEGRITY;

  /** So many findings are told in a case; all of them stand in {@code integrity_signal}. */
  private static final int MOST_TOLD = 20;

  private static final RowShape SHAPE = RowShape.of(Tables.INTEGRITY_SIGNAL);
  private static final int COURSE_ID = SHAPE.place("course_id");
  private static final int LEARNER_ID = SHAPE.place("learner_id");
  private static final int SIGNAL = SHAPE.place("signal");
  private static final int FOUND = SHAPE.place("found");
  private static final int EVIDENCE = SHAPE.place("evidence");

  private IntegrityCases() {}

  /**
   * The cases of one learner.
   *
   * @param signals rows of {@code integrity_signal}; one in which nothing was found makes no case
   */
  static List<Reviewed.Case> of(List<Object[]> signals, LocalDate asOf, Verdicts verdicts) {
    List<Reviewed.Case> cases = new ArrayList<>();
    for (Object[] signal : signals) {
      List<String> found = texts(signal[FOUND]);
      if (!found.isEmpty()) {
        ReviewCase one = reviewCase(signal, found, asOf);
        String digest = CaseFigures.digest(found);
        Optional<ReviewDecision> verdict = verdicts.applying(one.caseId(), digest);
        cases.add(
            new Reviewed.Case(
                one,
                digest,
                Reviewed.state(verdict, verdicts.hasAny(one.caseId())),
                verdict.orElse(null)));
      }
    }
    return cases;
  }

  private static ReviewCase reviewCase(Object[] signal, List<String> found, LocalDate asOf) {
    String courseId = (String) signal[COURSE_ID];
    String learnerId = (String) signal[LEARNER_ID];
    String kind = (String) signal[SIGNAL];
    return new ReviewCase(
        CaseFigures.digest(List.of(courseId, learnerId, CERTIFICATE, kind)),
        courseId,
        learnerId,
        CERTIFICATE,
        kind,
        CERTIFICATE + "_" + kind,
        detail(found),
        signal[EVIDENCE] + "[course_id=" + courseId + ",learner_id=" + learnerId + "]",
        asOf,
        null,
        null,
        null);
  }

  private static String detail(List<String> found) {
    String told = String.join("; ", found.subList(0, Math.min(MOST_TOLD, found.size())));
    return found.size() <= MOST_TOLD ? told : told + "; … (" + found.size() + ")";
  }

  private static List<String> texts(Object list) {
    List<String> texts = new ArrayList<>();
    ((List<?>) list).forEach(text -> texts.add((String) text));
    return texts;
  }
}
