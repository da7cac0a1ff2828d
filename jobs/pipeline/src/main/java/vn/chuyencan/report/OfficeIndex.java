package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the tables of an office's publication were made of, so that the next can take over the files
 * in which nothing changed. It lies in a hidden file, is no part of any digest, and may be missing:
 * then everything is made anew.
 *
 * @param format {@link #FORMAT}
 * @param codeVersion the version that published
 * @param names for each part of tables, see {@link TableParts}, the persons whom its files name and
 *     the name that they were given, which may be none
 * @param files by their place in the publication
 */
record OfficeIndex(
    int format,
    String codeVersion,
    Map<String, Map<String, String>> names,
    Map<String, File> files) {
  /** To be raised with every change of what a file looks like for the same rows and names. */
  static final int FORMAT = 1;

  /** Its name within a publication. */
  static final String FILE = ".office.json";

  /**
   * A table, or a part of one.
   *
   * @param analysts {@link PublishedTables#fingerprint(TableFile)} of the analysts' file
   * @param digest its SHA-256
   * @param bytes its length and checksum
   */
  record File(String analysts, String digest, FileBytes bytes) {}

  OfficeIndex {
    names = new TreeMap<>(names);
    files = new TreeMap<>(files);
  }

  static OfficeIndex none(String codeVersion) {
    return new OfficeIndex(FORMAT, codeVersion, Map.of(), Map.of());
  }

  /** The index of a publication; an empty one if there is none of this version. */
  static OfficeIndex read(Path publication, String codeVersion) {
    return SealedJson.read(publication.resolve(FILE), OfficeIndex.class)
        .filter(index -> index.format == FORMAT && index.codeVersion.equals(codeVersion))
        .orElseGet(() -> none(codeVersion));
  }

  void write(Path publication) throws IOException {
    SealedJson.write(publication.resolve(FILE), this);
  }

  /** The file at that place, if it was made of the same rows and would get the same names. */
  Optional<File> same(TableFile file, String analysts, Map<String, String> namesNow) {
    File known = files.get(file.csv());
    return known != null
            && known.analysts.equals(analysts)
            && names.getOrDefault(file.part(), Map.of()).entrySet().stream()
                .allMatch(one -> Objects.equals(one.getValue(), namesNow.get(one.getKey())))
        ? Optional.of(known)
        : Optional.empty();
  }
}
