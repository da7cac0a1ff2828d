package vn.chuyencan.job.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.error.Reason;
import vn.chuyencan.job.ConfigurationLoader;

/** From what stands on the command line to entries of {@code sources}. */
final class SourceGuess {
  private static final String DATABASE = "jdbc:";
  private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+:.*");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(passw(or)?d|passwd|pwd)=.*|[^/]*//[^/@?]*:[^/@?]*@.*");
  private static final Map<String, String> IDS =
      Map.of(
          SourceContent.STATEMENTS, "lms-xapi",
          SourceContent.DOWNLOADS, "downloads",
          SourceContent.TRACKING, "tracking");

  private final DraftRequest request;

  private SourceGuess(DraftRequest request) {
    this.request = request;
  }

  /**
   * The entries, in the order of the command line.
   *
   * @throws PipelineException with the codes of usage, or {@link ErrorCode#SOURCE_NOT_FOUND}
   */
  static List<DraftedSource> of(DraftRequest request) {
    SourceGuess guess = new SourceGuess(request);
    if (request.from().stream().noneMatch(SourceGuess::isDatabase)) {
      request.database().user().ifPresent(user -> guess.refuse("--user"));
      request.database().prefix().ifPresent(prefix -> guess.refuse("--prefix"));
    }
    List<DraftedSource> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String from : request.from()) {
      DraftedSource source = isDatabase(from) ? guess.database(from) : guess.files(from);
      String id = source.id();
      for (int next = 2; !ids.add(id); next++) {
        id = source.id() + "-" + next;
      }
      sources.add(source.called(id));
    }
    return sources;
  }

  private void refuse(String option) {
    throw new PipelineException(Fault.of(ErrorCode.OPTION_WITHOUT_DATABASE, option));
  }

  private static boolean isDatabase(String from) {
    return from.toLowerCase(Locale.ROOT).startsWith(DATABASE);
  }

  private DraftedSource database(String url) {
    if (SECRET.matcher(url).matches()) {
      // The address is not said again: whatever prints it would print the password.
      throw new PipelineException(Fault.of(ErrorCode.PASSWORD_ON_COMMAND_LINE, "--from jdbc:…"));
    }
    DraftRequest.Database entry = request.database();
    Map<String, String> settings = new LinkedHashMap<>();
    entry.site().ifPresent(site -> settings.put("site", site));
    settings.put("url", url);
    if (entry.user().isPresent()) {
      String variable = entry.passwordVariable();
      if (entry.environment().apply(variable) == null) {
        throw new PipelineException(
            Fault.of(ErrorCode.PASSWORD_VARIABLE_UNSET, variable, entry.user().get()));
      }
      settings.put("user", entry.user().get());
      settings.put("password", "${env:" + variable + "}");
    }
    settings.put("prefix", entry.prefix().orElse("mdl_"));
    return new DraftedSource("lms-db", "moodle-db", settings);
  }

  private DraftedSource files(String from) {
    String kind = SourceContent.STATEMENTS;
    String written = from;
    if (!WITH_SCHEME.matcher(from).matches()) {
      Path path = Path.of(from).toAbsolutePath().normalize();
      kind = kindOf(from, path);
      written = written(path);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("path", written);
    if (!kind.equals(SourceContent.STATEMENTS)) {
      request.database().site().ifPresent(site -> settings.put("site", site));
    }
    return new DraftedSource(IDS.get(kind), kind, settings);
  }

  private static String kindOf(String from, Path path) {
    if (!Files.exists(path)) {
      throw new PipelineException(Fault.of(ErrorCode.SOURCE_NOT_FOUND, "--from", path.toString()));
    }
    List<String> kinds = ConfigurationLoader.sourceKinds();
    try {
      return SourceContent.kind(path)
          .filter(kinds::contains)
          .orElseThrow(
              () ->
                  new PipelineException(
                      Fault.of(ErrorCode.DRAFT_SOURCE_UNKNOWN, from, String.join(", ", kinds))));
    } catch (IOException unreadable) {
      throw new PipelineException(
          Fault.of(ErrorCode.SOURCE_UNREADABLE, from, Reason.ofNamed(from, unreadable)),
          unreadable);
    }
  }

  /** Relative where both move together; absolute otherwise. */
  private String written(Path path) {
    Path out = request.out().toAbsolutePath().normalize();
    return path.startsWith(out)
        ? "./" + out.relativize(path).toString().replace('\\', '/')
        : path.toString();
  }
}
