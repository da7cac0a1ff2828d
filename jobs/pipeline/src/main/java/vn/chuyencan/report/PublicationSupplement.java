package vn.chuyencan.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What else is written into a publication, of its tables, before it is put in place. */
@FunctionalInterface
public interface PublicationSupplement {
  /** Nothing else. */
  PublicationSupplement NONE = (header, tables, folder, latest) -> Optional.empty();

  /**
   * Writes it.
   *
   * @param header what the run tells about itself
   * @param tables the tables of the publication, written
   * @param folder where the publication is made
   * @param latest the latest publication, whose files may be given a second name
   * @return what the manifest tells of it
   */
  Optional<Manifest.Site> write(
      PublicationHeader header, PublishedTables tables, Path folder, Optional<Path> latest)
      throws IOException;
}
