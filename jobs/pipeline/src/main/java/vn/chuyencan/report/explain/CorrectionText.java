package vn.chuyencan.report.explain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.chuyencan.model.Dossier;

/**
 * What persons corrected, in sentences: what it was, what counts now, who answers for it and why,
 * or why it changes nothing.
 */
final class CorrectionText {
  private final Wording wording;

  CorrectionText(Wording wording) {
    this.wording = wording;
  }

  /** The section; empty when nothing is corrected. */
  Optional<Explanation.Section> section() {
    List<Dossier.Corrected> corrections = wording.subject().dossier().corrections();
    return corrections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Explanation.Section(
                wording.text("corrections.title"), corrections.stream().map(this::point).toList()));
  }

  private Explanation.Point point(Dossier.Corrected one) {
    String what =
        wording.words().orCode("correction." + one.kind(), one.kind())
            + (one.target() == null ? "" : ", " + target(one.target()));
    String by =
        wording.text(
            "corrections.by",
            wording.titles().person(one.author()),
            wording.dates().day(one.on()),
            one.reason());
    return new Explanation.Point(one.correctionId(), List.of(what + ": " + effect(one) + by));
  }

  private String effect(Dossier.Corrected one) {
    if (one.whyNot() != null) {
      return wording.text(
          "corrections.not_applied",
          wording.words().orCode("why_not." + one.whyNot(), one.whyNot()));
    }
    String after = value(one.kind(), one.after());
    return one.before() == null
        ? after
        : wording.text("corrected", value(one.kind(), one.before()), after);
  }

  private String value(String kind, String value) {
    String weeks = "weeks=";
    if (value.startsWith(weeks)) {
      return wording.text("corrections.weeks", value.substring(weeks.length()));
    }
    String prefix = kind.equals("submission_check") ? "checked." : "attendance.";
    return wording
        .words()
        .orCode("corrected." + value, wording.words().orCode(prefix + value, value));
  }

  /** Such as {@code session=B3}, with the name that people know. */
  private String target(String target) {
    int cut = target.indexOf('=');
    if (cut < 0) {
      return period(target);
    }
    String name = target.substring(cut + 1);
    return switch (target.substring(0, cut)) {
      case "session" -> wording.titles().session(name);
      case "week" -> wording.text("corrections.weeks", name);
      case "attempt", "artefact" -> {
        int slash = name.indexOf('/');
        yield slash < 0 ? name : wording.titles().activity(name.substring(0, slash));
      }
      default -> name;
    };
  }

  /** From one instant to another, in the zone of the course run. */
  private String period(String instants) {
    int slash = instants.indexOf('/');
    return slash < 0
        ? instants
        : wording.dates().second(Instant.parse(instants.substring(0, slash)))
            + " – "
            + wording.dates().second(Instant.parse(instants.substring(slash + 1)));
  }
}
