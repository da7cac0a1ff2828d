package vn.chuyencan.job.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.IngestJob;
import vn.chuyencan.job.MeasureJob;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.Progress;
import vn.chuyencan.measure.CourseContext;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.OpenPoint.Topic;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.intake.SourceCheck;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Workers;

/**
 * Drafts registers. What a source tells as registers is taken from there; what only events show is
 * read from the institution's lake, or from one that is made for the draft and thrown away.
 */
public final class DraftJob {
  /** A night reads the others, which grow every day, from the source itself. */
  public static final List<RegisterName> DRAFTED =
      List.of(
          RegisterName.COURSE_RUN,
          RegisterName.LEARNER,
          RegisterName.IDENTITY,
          RegisterName.ENROLMENT,
          RegisterName.ACTIVITY,
          RegisterName.GROUP_MEMBER,
          RegisterName.CLASS_SESSION);

  /** A database tells people and courses itself, and its log may be large. */
  private static final Set<String> NOT_FOR_EVENTS = Set.of("moodle-db", "lrs");

  private static final BigDecimal ANY_SHARE = BigDecimal.ONE;

  private final Configuration configuration;
  private final Workers workers;
  private final Instant now;
  private final String codeVersion;
  private final Language language;

  private DraftJob(
      Configuration configuration,
      Workers workers,
      Instant now,
      String codeVersion,
      Language language) {
    this.language = language;
    this.configuration = configuration;
    this.workers = workers;
    this.now = now;
    this.codeVersion = codeVersion;
  }

  /**
   * Drafts.
   *
   * @param now when this is asked for
   * @param language in which points say what a source lacks
   * @return only registers of {@link #DRAFTED}
   * @throws vn.chuyencan.error.PipelineException if a source cannot be read
   */
  public static RegisterDraft run(
      Configuration configuration,
      Workers workers,
      Instant now,
      String codeVersion,
      Language language,
      Progress progress) {
    return new DraftJob(configuration, workers, now, codeVersion, language).draft(progress);
  }

  private RegisterDraft draft(Progress progress) {
    RegisterDraft draft = RegisterDraft.NONE;
    List<Configuration.Source> events = new ArrayList<>();
    List<OpenPoint> unread = new ArrayList<>();
    List<OpenPoint> checked = new ArrayList<>();
    for (Configuration.Source source : configuration.sources()) {
      progress.step("draft " + source.id());
      draft = draft.over(source.reader().draft(configuration.institution().zone()));
      SourceCheck check = source.reader().check();
      points(Topic.SOURCE_DOUBTED, source, check.warnings(), checked);
      if (!check.faults().isEmpty()) {
        points(Topic.SOURCE_REFUSED, source, check.faults(), checked);
      } else if (!NOT_FOR_EVENTS.contains(source.kind())) {
        events.add(source);
      } else if (source.kind().equals("lrs")) {
        unread.add(OpenPoint.of(Topic.SOURCE_NOT_READ, source.id()));
      }
    }
    draft = draft.over(new RegisterDraft(Registers.NONE, Map.of(), checked));
    Optional<Lake> lake = lake();
    if (lake.isPresent()) {
      draft = draft.over(shown(night(configuration, draft.registers(), lake.get())));
    } else {
      draft = draft.over(new RegisterDraft(Registers.NONE, Map.of(), unread));
      if (!events.isEmpty()) {
        draft = draft.over(readOnce(events, draft.registers(), progress));
      }
    }
    RegisterDraft plain = PlainIdentifiers.of(onlyDrafted(draft));
    return plain.over(
        new RegisterDraft(Registers.NONE, Map.of(), RegisterPoints.of(plain.registers())));
  }

  private void points(
      Topic topic, Configuration.Source source, List<Fault> faults, List<OpenPoint> points) {
    faults.forEach(fault -> points.add(OpenPoint.of(topic, source.id(), fault.message(language))));
  }

  /** The institution's lake, if something was taken in; opening one that is not there makes it. */
  private Optional<Lake> lake() {
    org.apache.hadoop.fs.Path warehouse = new org.apache.hadoop.fs.Path(configuration.warehouse());
    try {
      if (!warehouse.getFileSystem(workers.hadoop()).exists(warehouse)) {
        return Optional.empty();
      }
    } catch (IOException unreachable) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.WAREHOUSE_UNREACHABLE, configuration.warehouse(), unreachable.toString()),
          unreachable);
    }
    return Optional.of(Lake.open(workers.hadoop(), configuration.lake()))
        .filter(lake -> lake.exists(Tables.ACTOR));
  }

  private RegisterDraft readOnce(
      List<Configuration.Source> sources, Registers registers, Progress progress) {
    Path scratch = null;
    try {
      scratch = Files.createTempDirectory("chuyencan-init-");
      Lake lake = Lake.open(workers.hadoop(), scratch.toString());
      Configuration once =
          new Configuration(
              configuration.institution(),
              scratch.toString(),
              scratch.toString(),
              configuration.registers(),
              sources,
              List.of(),
              new Configuration.Gate(ANY_SHARE, Integer.MAX_VALUE));
      IngestJob.run(night(once, registers, lake), progress);
      return shown(night(once, registers, lake));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(scratch);
    }
  }

  private Night night(Configuration of, Registers registers, Lake lake) {
    LocalDate today = LocalDate.ofInstant(now, of.institution().zone());
    return new Night(of, registers, lake, workers, today, now, codeVersion);
  }

  private static RegisterDraft shown(Night night) {
    Lake lake = night.lake();
    SeenPeople people =
        new SeenPeople(night.registers(), lake, night.configuration().institution().secret());
    List<CourseRun> inferred =
        MeasureJob.courses(night).stream()
            .filter(CourseContext::inferred)
            .map(CourseContext::run)
            .toList();
    if (inferred.isEmpty()) {
      return people.draft();
    }
    SeenCourses courses = new SeenCourses(inferred);
    return people
        .draft()
        .over(courses.draft(lake, people.learners()))
        .over(SeenActivities.draft(courses, lake));
  }

  private static RegisterDraft onlyDrafted(RegisterDraft draft) {
    Registers.Builder registers = Registers.builder();
    for (RegisterName name : DRAFTED) {
      if (draft.registers().has(name)) {
        registers.present(name).addAll(draft.registers().rows(name));
      }
    }
    return new RegisterDraft(registers.build(), draft.unknownDays(), draft.points());
  }

  private static void delete(Path scratch) {
    if (scratch == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
