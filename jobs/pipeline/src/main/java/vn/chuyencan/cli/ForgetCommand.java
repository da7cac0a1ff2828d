package vn.chuyencan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.Configuration;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.compliance.NightIndicators;
import vn.chuyencan.job.privacy.Erasure;
import vn.chuyencan.job.privacy.ErasureCertificate;
import vn.chuyencan.job.privacy.ForgetJob;
import vn.chuyencan.job.privacy.ForgetRequest;

/** {@code chuyencan forget}. */
@Command(
    name = "forget",
    description = {
      "Erases a person from the warehouse and from publications, and leaves a certificate of it.",
      "A later load of the same files does not bring them back. Cannot be taken back."
    },
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @ArgGroup(multiplicity = "1")
  private Whom whom;

  @Option(names = "--dry-run", description = "Only tell what would go.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Confirms it.")
  private boolean yes;

  @Option(
      names = "--also-decisions",
      description = "Erase certificates that were granted too, which the law keeps.")
  private boolean alsoDecisions;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who answers for it (default: the user of this machine).")
  private String by;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "On what ground; it stands in the certificate.")
  private String reason;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the certificate goes (default: erasures beside the configuration).")
  private Path out;

  /** The person. */
  static final class Whom {
    @Option(
        names = "--learner",
        paramLabel = "ID",
        required = true,
        description = "The learner, as the registers write the id.")
    private String learner;

    @Option(
        names = "--identifier",
        paramLabel = "TEXT",
        required = true,
        description = "An account name, address or actor key that is no learner's.")
    private String identifier;
  }

  @Override
  public Integer call() {
    Nights nights = top.nights(options).withErased();
    Configuration configuration = nights.configuration();
    ForgetRequest request =
        new ForgetRequest(
            whom.learner,
            whom.identifier,
            by == null ? System.getProperty("user.name") : by,
            reason,
            alsoDecisions);
    if (dryRun) {
      return nights.reading(configuration, night -> look(night, request));
    }
    if (!yes) {
      throw new PipelineException(Fault.of(ErrorCode.FORGET_NOT_CONFIRMED));
    }
    TerminalProgress progress = top.progress(options.language());
    try {
      return nights.writing(
          configuration,
          night -> {
            Erasure erasure =
                new ForgetJob(night, request)
                    .erase(nights.runId(), progress, new NightIndicators());
            progress.done();
            Withheld.tell(top.notes(), night.asOf(), erasure.withheld(), options.language());
            return certify(night, erasure);
          });
    } finally {
      progress.done();
    }
  }

  private int look(Night night, ForgetRequest request) {
    ErasureCertificate would = certificate(night, new ForgetJob(night, request).look());
    top.out().print(would.preview(options.language()));
    top.out().print(would.remains(options.language()));
    return 0;
  }

  private int certify(Night night, Erasure erasure) {
    Path folder = out != null ? out : options.config().toAbsolutePath().resolveSibling("erasures");
    Path file = certificate(night, erasure).write(folder, options.language());
    top.out()
        .printf(
            options.language() == Language.VI
                ? "Đã xóa: %d dòng của %d bảng. Biên bản: %s%n"
                : "Erased: %d rows of %d tables. Certificate: %s%n",
            erasure.rows(),
            erasure.erased().size(),
            file);
    top.notes().print(certificate(night, erasure).remains(options.language()));
    return 0;
  }

  private static ErasureCertificate certificate(Night night, Erasure erasure) {
    Configuration.Institution institution = night.configuration().institution();
    return new ErasureCertificate(erasure, institution.name(), institution.zone());
  }
}
