package vn.chuyencan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.chuyencan.error.Language;
import vn.chuyencan.job.DecideJob;
import vn.chuyencan.job.Night;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.Decision;
import vn.chuyencan.model.Learner;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.policy.PolicyText;
import vn.chuyencan.report.ExplanationText;

/** One learner's decisions as text, policy by policy. */
final class Explanations {

  private Explanations() {}

  static String of(Night night, List<Decision> decisions, Language language) {
    Decision first = decisions.get(0);
    String name =
        night.registers().learners().stream()
            .filter(learner -> learner.learnerId().equals(first.learnerId()))
            .map(Learner::fullName)
            .findFirst()
            .orElse("");
    String title = night.registers().courseRun(first.courseId()).map(CourseRun::title).orElse("");
    List<String> texts = new ArrayList<>();
    for (PolicyText text : DecideJob.policies(night)) {
      Policy policy = text.policy();
      List<Decision> own =
          decisions.stream().filter(one -> one.policyId().equals(policy.id())).toList();
      List<Decision> ordered = new ArrayList<>();
      policy
          .certificates()
          .forEach(
              certificate ->
                  own.stream()
                      .filter(one -> one.certificate().equals(certificate.id()))
                      .forEach(ordered::add));
      if (!ordered.isEmpty()) {
        texts.add(
            ExplanationText.of(
                policy, ordered, new ExplanationText.Subject(name, title), language));
      }
    }
    return texts.stream().collect(Collectors.joining("\n"));
  }
}
