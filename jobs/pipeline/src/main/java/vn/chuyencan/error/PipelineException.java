package vn.chuyencan.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one exception that a user meets. It carries every fault found, never only the first; its own
 * message is theirs in English, one a line.
 */
public final class PipelineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Several faults at once; the first decides the exit status. */
  public PipelineException(List<Fault> faults) {
    this(faults, null);
  }

  /** One fault. */
  public PipelineException(Fault fault) {
    this(List.of(fault), null);
  }

  /** One fault that another exception brought about. */
  public PipelineException(Fault fault, Throwable cause) {
    this(List.of(fault), cause);
  }

  private PipelineException(List<Fault> faults, Throwable cause) {
    super(
        faults.stream()
            .map(fault -> fault.message(Language.EN))
            .collect(Collectors.joining(System.lineSeparator())),
        cause);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("an exception without a fault says nothing");
    }
    this.faults = List.copyOf(faults);
  }

  /** All faults, in the order in which they should be read; never empty. */
  public List<Fault> faults() {
    return faults;
  }

  /** What the process exits with (DESIGN 7). */
  public int exitStatus() {
    return faults.get(0).code().kind().exitStatus();
  }
}
