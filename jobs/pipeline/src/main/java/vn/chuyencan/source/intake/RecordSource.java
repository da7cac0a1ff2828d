package vn.chuyencan.source.intake;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.model.CourseRun;
import vn.chuyencan.model.RegisterDraft;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.model.TraceForm;
import vn.chuyencan.table.Lake;
import vn.chuyencan.xapi.Fingerprints;
import vn.chuyencan.xapi.ScanOptions;

/** A source of records as the configuration describes it: what to read, where and how. */
public interface RecordSource {

  /**
   * Takes in what is new.
   *
   * @param intake the batch; {@link RecordIntake#nothing} when there is nothing new
   * @param options what is in scope, and the secret of actor keys
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read, or what {@link
   *     RecordIntake#take} throws
   */
  Intake ingest(RecordIntake intake, ScanOptions options);

  /**
   * Looks at what is to be read, without taking anything in; a source that has nothing to be looked
   * at beforehand tells nothing.
   *
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read
   */
  default SourceCheck check() {
    return SourceCheck.NOTHING;
  }

  /** Whether somebody else's server gives it, which a check of files does not open. */
  default boolean isElsewhere() {
    return false;
  }

  /**
   * Opens the source as a night would, without taking anything in.
   *
   * @return every fault that a night would meet before the first record
   */
  default SourceCheck connect() {
    return SourceCheck.NOTHING;
  }

  /**
   * Where its files lie, which have to be there still when they are to be read again.
   *
   * @return empty when it reads no files, or such as it fetched itself
   */
  default Optional<String> files() {
    return Optional.empty();
  }

  /**
   * Whether a record has the same id however its times and words are read; then the records that
   * were taken in can be looked for among those that are read again.
   */
  default boolean namesByContent() {
    return true;
  }

  /**
   * Of how many things records tell that new files put into another light, so that records taken in
   * before would be read otherwise now.
   *
   * @param lake what was taken in
   * @param source id of this source
   * @param secret the institution's
   * @param hadoop how to reach the file system
   * @return 0 when all would be read as it was, or when the files cannot be read
   */
  default long readOtherwise(Lake lake, String source, byte[] secret, Configuration hadoop) {
    return 0;
  }

  /**
   * The mark of how far it was read as it has to be for everything to be read again.
   *
   * @param reached the present mark; empty when there is none
   * @return empty: none, from the beginning
   */
  default String fromTheBeginning(String reached) {
    return "";
  }

  /** The platform of which it tells what other sources may tell too; null: it alone tells of it. */
  default String site() {
    return null;
  }

  /** Between what its scaled scores lie; null: nobody said, and they are no marks. */
  default ScoreScale scale() {
    return null;
  }

  /** In which form it tells. */
  default TraceForm form() {
    return TraceForm.STATEMENTS;
  }

  /**
   * What the source knows as registers, as of now; those of the institution stand over them.
   *
   * @param zone the institution's, in which days are told
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read
   */
  default Registers registers(ZoneId zone) {
    return Registers.NONE;
  }

  /**
   * The same with what the source alone cannot tell.
   *
   * @param told what the institution and the sources before this one tell: days of course runs, who
   *     is who
   */
  default Registers registers(ZoneId zone, Registers told) {
    return registers(zone);
  }

  /**
   * The same with fingerprints of what is not kept.
   *
   * @param wanted of what
   */
  default Registers registers(ZoneId zone, Registers told, Fingerprints wanted) {
    return registers(zone, told);
  }

  /**
   * The same for a draft of the institution's registers, with what a person must add.
   *
   * @param zone the institution's, in which days are told
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read
   */
  default RegisterDraft draft(ZoneId zone) {
    return RegisterDraft.of(registers(zone));
  }

  /** Whether it holds a bank of questions. */
  default boolean knowsQuestions() {
    return false;
  }

  /**
   * The questions of courses, as rows of the register {@code question_item}: cells by column,
   * without the empty ones. A night does not ask for them; a report does.
   *
   * @param told the course runs that are known
   * @param courses codes of the courses of which questions are wanted
   * @throws vn.chuyencan.error.PipelineException if the source cannot be read
   */
  default List<Map<String, String>> questions(Collection<CourseRun> told, Set<String> courses) {
    return List.of();
  }

  /**
   * Opens the source as {@link #questions} would, without reading any.
   *
   * @return every fault that a report would meet before the first question
   */
  default SourceCheck connectQuestions() {
    return SourceCheck.NOTHING;
  }

  /**
   * The folder in which a source keeps what it fetched, for whoever looks for the evidence.
   *
   * @return empty when it reads files where they lie, or keeps none
   */
  default Optional<String> keptIn() {
    return Optional.empty();
  }

  /**
   * A row of a source's table.
   *
   * @param table the table
   * @param position its id; what else names it where no register keeps the id
   */
  record TableRow(String table, String position) {}

  /**
   * Where the source found a row of a register, for whoever looks for the evidence.
   *
   * @return empty when it knows no such rows, or finds them in files
   */
  default Optional<TableRow> evidenceOf(RegisterRow row) {
    return Optional.empty();
  }
}
