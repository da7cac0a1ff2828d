package vn.chuyencan.report.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.CriterionResult;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Fraction;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.report.NumberText;

/** How one explanation speaks: its words, numbers, days and names. */
final class Wording {
  private static final int PLACES = 6;

  private final ExplanationSubject subject;
  private final ExplanationWords words;
  private final NumberText numbers;
  private final Dates dates;
  private final Titles titles;
  private final Map<String, Criterion> definitions = new HashMap<>();

  Wording(ExplanationSubject subject, Language language) {
    this.subject = subject;
    this.words = new ExplanationWords(language);
    this.numbers = new NumberText(language);
    this.dates = new Dates(language, ZoneId.of(subject.course().zone()));
    this.titles = new Titles(subject.registers(), subject.courseId());
    for (Policy.Certificate certificate : subject.policy().certificates()) {
      certificate.criteria().forEach(one -> define(certificate.id(), one));
    }
  }

  private void define(String certificate, Criterion criterion) {
    definitions.put(certificate + "/" + criterion.header().id(), criterion);
    criterion.parts().forEach(part -> define(certificate, part));
  }

  ExplanationSubject subject() {
    return subject;
  }

  ExplanationWords words() {
    return words;
  }

  NumberText numbers() {
    return numbers;
  }

  Dates dates() {
    return dates;
  }

  Titles titles() {
    return titles;
  }

  String text(String key, String... arguments) {
    return words.text(key, arguments);
  }

  Explanation.Point point(String label, List<String> texts) {
    return new Explanation.Point(words.text(label), texts);
  }

  Explanation.Point point(String label, String text) {
    return point(label, List.of(text));
  }

  /** The criterion in the policy; empty when the policy no longer has it. */
  Optional<Criterion> definition(String certificate, String criterionId) {
    return Optional.ofNullable(definitions.get(certificate + "/" + criterionId));
  }

  Optional<Criterion> definition(CriterionResult row) {
    return definition(row.certificate(), row.criterionId());
  }

  /** The criterion's label; its id when the policy no longer has it. */
  String label(String certificate, String criterionId) {
    return definition(certificate, criterionId)
        .map(found -> words.label(found.header().label()))
        .orElse(criterionId);
  }

  /** Such as {@code FC-TT.4 Bài tập có lượt đạt từ 50 %}. */
  String named(String certificate, String criterionId) {
    String label = label(certificate, criterionId);
    return label.equals(criterionId) ? label : criterionId + " " + label;
  }

  /** A number that is not compared, with its unit. */
  String amount(BigDecimal number, String unit) {
    return numbers.exact(number) + " " + words.unit(unit, number);
  }

  String count(long number) {
    return numbers.exact(BigDecimal.valueOf(number));
  }

  /** A stored measure, as far as it is known. */
  Optional<BigDecimal> measure(String name) {
    return subject.measures().flatMap(all -> all.number(name)).map(number -> number.floor(PLACES));
  }

  /** A stored measure of one week or item. */
  Optional<BigDecimal> measure(String name, String key) {
    return subject
        .measures()
        .flatMap(all -> all.byKey(name))
        .map(byKey -> byKey.get(key))
        .map((Fraction number) -> number.floor(PLACES));
  }

  /** How time was estimated. */
  Estimator estimator() {
    String id = subject.decisions().get(0).estimator();
    return Estimator.presets().stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElse(Estimator.STANDARD);
  }

  String minutes(Duration duration) {
    return count(duration.toMinutes());
  }
}
