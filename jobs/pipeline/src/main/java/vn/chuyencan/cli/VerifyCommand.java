package vn.chuyencan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorKind;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.audit.Verification;
import vn.chuyencan.job.audit.VerifyJob;
import vn.chuyencan.job.privacy.AccessLog;
import vn.chuyencan.report.PublicationCheck;
import vn.chuyencan.table.FileTrees;

/** {@code chuyencan verify}. */
@Command(
    name = "verify",
    description = {
      "Are publications what was published, and does a past night come out the same again?",
      "Without --run: files, seals and the chain of all publications, and whether the log of who",
      "looked at names is whole. With --run: that night is computed again from the lake's",
      "snapshots, registers and policies of then, and compared."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @Option(
      names = "--run",
      paramLabel = "ID|latest",
      description = "The run, as its manifest names it.")
  private String runId;

  @Option(names = "--json", description = "What was found as one JSON object, for programs.")
  private boolean json;

  @Override
  public Integer call() {
    Configuration configuration = top.nights(options).configuration();
    StringBuilder result = new StringBuilder();
    int status =
        options
            .execution()
            .during(
                top.meter(),
                workers -> {
                  VerifyJob job = new VerifyJob(configuration, workers, Version.number());
                  return runId == null ? chain(job, result) : night(job, result);
                });
    // Once all is closed: what a program reads is either this or why it failed.
    top.out().print(result);
    return status;
  }

  private int chain(VerifyJob job, StringBuilder result) {
    TerminalProgress progress = top.progress(options.language());
    PublicationCheck.Chain chain = look(job, progress);
    Optional<AccessLog.Look> access = job.accessLog();
    result.append(
        json
            ? Json.of(VerificationJson.of(chain, access, options.language())) + "\n"
            : text().of(chain, access));
    return status(
        chain.faults().isEmpty() && access.map(AccessLog.Look::faults).orElse(List.of()).isEmpty());
  }

  private static PublicationCheck.Chain look(VerifyJob job, TerminalProgress progress) {
    try {
      return job.chain(progress);
    } finally {
      progress.done();
    }
  }

  private int night(VerifyJob job, StringBuilder result) {
    TerminalProgress progress = top.progress(options.language());
    Path scratch = scratch();
    try {
      String run = runId.equals("latest") ? job.latest() : runId;
      Verification verification = job.verify(run, scratch, top.now(), progress);
      result.append(
          json
              ? Json.of(VerificationJson.of(verification, options.language())) + "\n"
              : text().of(verification));
      return status(verification.holds());
    } finally {
      progress.done();
      delete(scratch);
    }
  }

  private VerificationText text() {
    return new VerificationText(options.language(), top.outColour());
  }

  private static int status(boolean holds) {
    return holds ? 0 : ErrorKind.GATE.exitStatus();
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("chuyencan-verify-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path scratch) {
    try {
      FileTrees.delete(scratch);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
