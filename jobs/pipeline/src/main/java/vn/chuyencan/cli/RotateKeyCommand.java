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
import vn.chuyencan.job.KeyFile;
import vn.chuyencan.job.privacy.KeyRotation;
import vn.chuyencan.table.OperatorKey;

/** {@code chuyencan rotate-key}. */
@Command(
    name = "rotate-key",
    description = {
      "Gives the warehouse another key.",
      "Its secret, under which persons become keys, stays and is put under the new key in the vault.",
      "The key in the configuration is the one of before; write the new one there afterwards, for the",
      "old one is refused from then on."
    },
    mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Callable<Integer> {
  @ParentCommand private Chuyencan top;
  @Mixin private CommonOptions options;

  @ArgGroup(multiplicity = "1")
  private NewKey newKey;

  @Option(
      names = "--draw-secret",
      description = {
        "Draw a secret that nobody ever had as a key; only for a warehouse that holds nothing yet."
      })
  private boolean drawSecret;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "On what ground; noted with who and when in the vault's access log.")
  private String reason;

  /** Where the new key comes from; never from the command line, which others see. */
  static final class NewKey {
    @Option(
        names = "--new-key-file",
        paramLabel = "FILE",
        required = true,
        description = "A file with the new key that only its owner may read.")
    private Path file;

    @Option(
        names = "--new-key-env",
        paramLabel = "NAME",
        required = true,
        description = "An environment variable with the new key.")
    private String variable;

    private String text() {
      if (variable != null) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
          throw new PipelineException(Fault.of(ErrorCode.CONFIGURATION_VARIABLE_UNSET, variable));
        }
        return value;
      }
      return KeyFile.read(
          file,
          why -> {
            throw new PipelineException(
                Fault.of(ErrorCode.SECRET_FILE_UNUSABLE, file.toString(), "--new-key-file", why));
          });
    }
  }

  @Override
  public Integer call() {
    Nights nights = top.nights(options);
    Configuration configuration = nights.asWritten();
    KeyRotation.Request request =
        new KeyRotation.Request(
            OperatorKey.of(configuration.institution().id(), newKey.text()),
            drawSecret,
            System.getProperty("user.name"),
            reason,
            top.now());
    KeyRotation.Rotated rotated =
        nights.maintaining(
            configuration,
            (workers, progress) -> new KeyRotation(configuration, workers, request).run(progress));
    boolean vietnamese = options.language() == Language.VI;
    top.out().println(done(rotated, vietnamese));
    top.out()
        .println(
            vietnamese
                ? "Hãy ghi khóa mới vào cấu hình (institution.key hoặc key_file) và giữ một bản ở nơi"
                    + " an toàn: từ nay khóa cũ bị từ chối."
                : "Write the new key into the configuration (institution.key or key_file) and keep a"
                    + " copy in a safe place: from now on the old key is refused.");
    if (rotated.wasAKey()) {
      top.notes()
          .println(
              vietnamese
                  ? "Bí mật của kho vẫn là khóa đầu tiên: ai từng có khóa ấy vẫn tính được mã tác"
                      + " nhân của một định danh đã biết và dấu niêm của bản công bố."
                  : "The secret of the warehouse remains its first key: whoever had that one can still"
                      + " compute the actor key of an identifier they know, and seals.");
    }
    return 0;
  }

  private static String done(KeyRotation.Rotated rotated, boolean vietnamese) {
    String form;
    if (rotated.isNew()) {
      form =
          vietnamese
              ? "Đã thay khóa: bí mật trong %s nay nằm dưới khóa có tên %s, khóa thứ %d của kho."
              : "The key was rotated: the secret in %s is now under the key named %s, number %d.";
    } else {
      form =
          vietnamese
              ? "Bí mật trong %s đã nằm dưới khóa này từ trước: tên %s, khóa thứ %d của kho."
              : "The secret in %s was under this key already: it is named %s, number %d.";
    }
    return String.format(form, rotated.place(), rotated.keyName(), rotated.generation());
  }
}
