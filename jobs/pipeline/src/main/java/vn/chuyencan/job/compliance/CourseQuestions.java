package vn.chuyencan.job.compliance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.job.Night;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.source.intake.RecordSource;

/**
 * The questions of the courses that have a package: those of the institution's register over those
 * that banks of sources hold. A question that the register tells stands as it says, in all its
 * uses; of two sources the one that the configuration names first is believed.
 */
final class CourseQuestions {
  private static final String COURSE = "course_code";
  private static final String QUESTION = "question_id";

  private final Night night;
  private final List<RecordSource> banks;

  CourseQuestions(Night night) {
    this.night = night;
    this.banks =
        night.configuration().sources().stream()
            .map(source -> source.reader())
            .filter(RecordSource::knowsQuestions)
            .toList();
  }

  /** Whether questions are known, be they none. */
  boolean known(Map<InstitutionRegister, List<Map<String, String>>> institution) {
    return institution.containsKey(InstitutionRegister.QUESTION_ITEM)
        || (!banks.isEmpty() && institution.containsKey(InstitutionRegister.PACKAGE_ITEM));
  }

  /**
   * All of them; opens the sources.
   *
   * @throws vn.chuyencan.error.PipelineException if a source cannot be read
   */
  List<Map<String, String>> rows(Map<InstitutionRegister, List<Map<String, String>>> institution) {
    List<Map<String, String>> rows =
        new ArrayList<>(institution.getOrDefault(InstitutionRegister.QUESTION_ITEM, List.of()));
    Set<String> courses = new TreeSet<>();
    for (Map<String, String> item :
        institution.getOrDefault(InstitutionRegister.PACKAGE_ITEM, List.of())) {
      Optional.ofNullable(item.get(COURSE)).ifPresent(courses::add);
    }
    if (courses.isEmpty()) {
      return rows;
    }
    for (RecordSource bank : banks) {
      Set<List<String>> told = new HashSet<>();
      rows.forEach(row -> told.add(name(row)));
      for (Map<String, String> row : bank.questions(night.registers().courseRuns(), courses)) {
        if (!told.contains(name(row))) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<String> name(Map<String, String> row) {
    return List.of(row.get(COURSE), row.get(QUESTION));
  }
}
