package vn.chuyencan.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a run tells about itself; the publication's manifest repeats it.
 *
 * @param runId which run this is; names a folder: letters, digits, point, hyphen and underscore
 * @param asOf the day up to which it counts, in the institution's zone
 * @param codeVersion the version of this program
 * @param configuration SHA-256 of the configuration
 * @param registers SHA-256 of the registers' canonical content
 * @param policies SHA-256 of each policy, by its id
 * @param inputs fingerprint of each input, by its name
 * @param counts the terms of the equation, by name
 * @param record SHA-256 of the record of what the run was made of; empty where none is kept
 */
public record PublicationHeader(
    String runId,
    LocalDate asOf,
    String codeVersion,
    String configuration,
    String registers,
    Map<String, String> policies,
    Map<String, String> inputs,
    Map<String, Long> counts,
    String record) {

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public PublicationHeader {
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException("no run id: " + runId);
    }
    Objects.requireNonNull(asOf, "asOf");
    policies = Map.copyOf(policies);
    inputs = Map.copyOf(inputs);
    counts = Map.copyOf(counts);
  }
}
