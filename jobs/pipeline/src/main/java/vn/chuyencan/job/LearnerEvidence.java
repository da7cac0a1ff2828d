package vn.chuyencan.job;

import static org.apache.iceberg.expressions.Expressions.alwaysTrue;
import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThanOrEqual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.measure.FactScan;
import vn.chuyencan.measure.LearnerTime;
import vn.chuyencan.measure.Learners;
import vn.chuyencan.measure.Removals;
import vn.chuyencan.measure.Scope;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.table.LakeFiles;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.Keys;

/**
 * The rows behind one learner's decisions in one course run, and where they came from. Of the log
 * only the learner's records in this course run are read.
 */
final class LearnerEvidence {
  private static final String EVENT_DATE = "event_date";

  private final Night night;
  private final CourseInputs inputs;
  private final String courseId;
  private final String learnerId;

  LearnerEvidence(Night night, CourseInputs inputs, String courseId, String learnerId) {
    this.night = night;
    this.inputs = inputs;
    this.courseId = courseId;
    this.learnerId = learnerId;
  }

  /** The rows without their places, for which no log is read. */
  Dossier withoutPlaces() {
    return reader(new EvidencePlaces(night.configuration(), night.registers(), null))
        .read(Optional.empty());
  }

  /** The rows with their places, and how the minutes come about. */
  Dossier withPlaces() {
    Optional<CourseContext> context =
        inputs.contexts().stream().filter(one -> one.run().courseId().equals(courseId)).findFirst();
    if (context.isEmpty()) {
      // The register no longer has the course run: its log cannot be told from others.
      return withoutPlaces();
    }
    Learners learners = inputs.learners();
    Scope scope =
        new Scope(
            List.of(context.get()),
            learners,
            new Removals(),
            LocalDate.parse(night.lake().state().measuredAsOf()),
            inputs.registersRoster(),
            false,
            inputs.witnesses());
    LearnerTime time = new LearnerTime(scope, learnerId);
    EvidencePlaces places = new EvidencePlaces(night.configuration(), night.registers(), time);
    inputs.each(
        Tables.SOURCE_FILE,
        alwaysTrue(),
        row -> places.addFile((Long) row.getField("file_id"), (String) row.getField("path")),
        "file_id",
        "path");
    readBursts(context.get(), time);
    readRecords(context.get(), learners, time);
    return reader(places).read(Optional.of(time.account(places::of)));
  }

  private DossierReader reader(EvidencePlaces places) {
    return new DossierReader(inputs, courseId, learnerId, places);
  }

  private void readBursts(CourseContext context, LearnerTime time) {
    try {
      for (FactFile file : inputs.filesOf(Tables.ACTIVITY_BURST, during(context))) {
        Table table = night.lake().table(file.table());
        time.readBursts(LakeFiles.read(table, file.file(), FactScan.columns(file.table(), table)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readRecords(CourseContext context, Learners learners, LearnerTime time) {
    Set<Long> actors = new HashSet<>();
    inputs.each(
        Tables.ACTOR,
        alwaysTrue(),
        row -> {
          Long key = (Long) row.getField("actor_key");
          if (learners.learner(key).filter(learnerId::equals).isPresent()) {
            actors.add(key);
          }
        },
        "actor_key");
    if (actors.isEmpty()) {
      return;
    }
    Object[] courses = context.iris().stream().map(Keys::of).distinct().toArray();
    inputs.each(
        Tables.LEARNING_EVENT,
        and(during(context), and(in("actor_key", actors.toArray()), in("course_key", courses))),
        time::addRecord,
        LearnerTime.columns());
  }

  private static Expression during(CourseContext context) {
    return and(
        greaterThanOrEqual(EVENT_DATE, CourseInputs.day(context.time().firstDay())),
        lessThanOrEqual(EVENT_DATE, CourseInputs.day(context.time().lastDay())));
  }
}
