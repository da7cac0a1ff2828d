package vn.chuyencan.job.record;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.table.KeptFiles;
import vn.chuyencan.table.Lake;

/**
 * The records of all runs that published, in the warehouse: one file a run, and beside them the
 * rows of the registers, a file for each content that a register ever had.
 */
public final class RunArchive {
  private static final String RUNS = "run-records";
  private static final String REGISTERS = "run-registers";
  private static final String RECORD = ".json";
  private static final String ROWS = ".jsonl.gz";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          // A later form may have more: its number is to be told, not the key.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String warehouse;
  private final KeptFiles records;
  private final KeptFiles rows;

  /**
   * @param lake a lake that is open, for reading too
   */
  public RunArchive(Lake lake) {
    this.warehouse = lake.warehouse();
    this.records = lake.kept(RUNS);
    // Registers tell who somebody is.
    this.rows = lake.keptInVault(REGISTERS);
  }

  /**
   * Keeps what a run publishes from.
   *
   * @param record all but the registers
   * @param said the registers as the run read them
   * @return SHA-256 of the record
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public String keep(RunRecord record, Registers said) {
    try {
      Set<String> there = rows.names();
      Map<String, String> registers = new TreeMap<>();
      Map<String, Set<String>> covered = new TreeMap<>();
      for (RegisterName name : RegisterName.values()) {
        if (said.has(name)) {
          byte[] text = RegisterText.write(said.rows(name));
          String digest = Sha256.of(text);
          if (!there.contains(digest + ROWS)) {
            rows.write(digest + ROWS, packed(text));
          }
          registers.put(name.code(), digest);
          covered.put(name.code(), said.covered(name));
        }
      }
      byte[] text = JSON.writeValueAsBytes(record.with(registers, covered));
      records.write(record.runId() + RECORD, text);
      return Sha256.of(text);
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  /** The runs of which records are kept, by the time of their start. */
  public Set<String> runs() {
    try {
      Set<String> runs = new TreeSet<>();
      for (String name : records.names()) {
        if (name.endsWith(RECORD)) {
          runs.add(name.substring(0, name.length() - RECORD.length()));
        }
      }
      return runs;
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  /** SHA-256 of the record that is kept of a run; empty where none is. */
  public Optional<String> digest(String runId) {
    try {
      return records.read(runId + RECORD).map(Sha256::of);
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  /**
   * The record of a run.
   *
   * @throws PipelineException {@link ErrorCode#RUN_NOT_RECORDED}, {@link
   *     ErrorCode#RUN_OF_OTHER_FORMAT}
   */
  public RunRecord record(String runId) {
    try {
      byte[] text =
          records
              .read(runId + RECORD)
              .orElseThrow(
                  () ->
                      new PipelineException(
                          Fault.of(
                              ErrorCode.RUN_NOT_RECORDED,
                              runId,
                              runs().isEmpty() ? "–" : String.join(", ", runs()))));
      RunRecord record = JSON.readValue(text, RunRecord.class);
      if (record.format() != RunRecord.FORMAT) {
        throw new PipelineException(
            Fault.of(
                ErrorCode.RUN_OF_OTHER_FORMAT,
                runId,
                Integer.toString(record.format()),
                Integer.toString(RunRecord.FORMAT)));
      }
      return record;
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  /**
   * The registers as the run read them.
   *
   * @throws PipelineException {@link ErrorCode#RUN_REGISTERS_GONE} when their rows are no longer
   *     kept or were changed
   */
  public Registers registers(RunRecord record) {
    Registers.Builder registers = Registers.builder();
    for (Map.Entry<String, String> one : record.registers().entrySet()) {
      RegisterName name = RegisterName.valueOf(one.getKey().toUpperCase(Locale.ROOT));
      registers.present(name).addAll(rows(record, name, one.getValue()));
      record
          .covered()
          .getOrDefault(one.getKey(), Set.of())
          .forEach(course -> registers.covering(name, course));
    }
    return registers.build();
  }

  /**
   * Deletes the kept rows of registers that tell of erased persons, and rows that no record names;
   * the runs that read them can no longer be computed again. What a run that died wrote of them
   * goes too.
   *
   * @throws PipelineException {@link ErrorCode#WAREHOUSE_UNREACHABLE}
   */
  public void forget(Tombstones tombstones) {
    try {
      Set<String> clean = new TreeSet<>();
      for (String run : runs()) {
        for (Map.Entry<String, String> one : record(run).registers().entrySet()) {
          String file = one.getValue() + ROWS;
          Optional<byte[]> text = clean.contains(file) ? Optional.empty() : rows.read(file);
          if (text.isPresent()) {
            List<RegisterRow> read =
                RegisterText.read(
                    RegisterName.valueOf(one.getKey().toUpperCase(Locale.ROOT)),
                    unpacked(text.get()));
            Registers before = Registers.builder().addAll(read).build();
            if (before.equals(before.without(tombstones))) {
              clean.add(file);
            }
          }
        }
      }
      for (String file : rows.names()) {
        if (!clean.contains(file)) {
          rows.delete(file);
        }
      }
      rows.deleteUnfinished();
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  private List<RegisterRow> rows(RunRecord record, RegisterName name, String digest) {
    try {
      byte[] text = unpacked(rows.read(digest + ROWS).orElseThrow(() -> gone(record, name, null)));
      if (!Sha256.of(text).equals(digest)) {
        throw gone(record, name, null);
      }
      return RegisterText.read(name, text);
    } catch (IOException damaged) {
      throw gone(record, name, damaged);
    }
  }

  private static PipelineException gone(RunRecord record, RegisterName name, IOException cause) {
    return new PipelineException(
        Fault.of(ErrorCode.RUN_REGISTERS_GONE, record.runId(), name.code()), cause);
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private PipelineException unreachable(IOException failure) {
    return new PipelineException(
        Fault.of(ErrorCode.WAREHOUSE_UNREACHABLE, warehouse, Reason.of(failure)), failure);
  }
}
