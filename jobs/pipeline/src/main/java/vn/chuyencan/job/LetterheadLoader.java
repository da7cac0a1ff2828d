package vn.chuyencan.job;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.chuyencan.policy.YamlCursor;
import vn.chuyencan.report.document.Letterhead;

/** Reads what the documents of an institution have in common; nothing of it must be there. */
final class LetterheadLoader {
  private static final List<String> KEYS =
      List.of("parent", "abbreviation", "place", "recipients", "unit", "signer");

  private LetterheadLoader() {}

  /** All keys of an institution. */
  static String[] keysBehind(String... others) {
    return Stream.concat(Stream.of(others), KEYS.stream()).toArray(String[]::new);
  }

  /** The letterhead of an institution; its abbreviation is its id in capitals unless it is told. */
  static Letterhead read(YamlCursor institution, String id, String name) {
    return new Letterhead(
        text(institution, "parent"),
        name,
        institution.optionalText("abbreviation").orElse(id.toUpperCase(Locale.ROOT)),
        text(institution, "place"),
        institution.has("recipients") ? institution.texts("recipients", "[Như trên]") : List.of(),
        text(institution, "unit"),
        institution
            .optionalMapping("signer")
            .map(LetterheadLoader::signer)
            .orElse(Letterhead.Signer.OPEN));
  }

  /** Who signs. */
  static Letterhead.Signer signer(YamlCursor signer) {
    signer.onlyKeys("authority", "title", "name");
    return new Letterhead.Signer(
        text(signer, "authority"), text(signer, "title"), text(signer, "name"));
  }

  private static String text(YamlCursor cursor, String key) {
    return cursor.optionalText(key).orElse(null);
  }
}
