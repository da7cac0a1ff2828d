package vn.chuyencan.report.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;
import vn.chuyencan.report.ArchiveTime;

/**
 * The bytes of a document. The library would write when it was made into every part and into the
 * package's properties; here they are the same for the same content, whenever it is written.
 */
final class OoxmlFile {
  private static final String APPLICATION = "Chuyên Cần";

  private OoxmlFile() {}

  /**
   * The document as a file's content.
   *
   * @param title title in its properties
   * @param author who issues it
   * @param made when it counts as made
   */
  static byte[] bytes(POIXMLDocument document, String title, String author, Instant made) {
    try {
      POIXMLProperties properties = document.getProperties();
      POIXMLProperties.CoreProperties core = properties.getCoreProperties();
      core.setTitle(title);
      core.setCreator(author);
      core.setLastModifiedByUser(author);
      core.setCreated(Optional.of(Date.from(made)));
      core.setModified(Optional.of(Date.from(made)));
      properties.getExtendedProperties().setApplication(APPLICATION);
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      document.write(written);
      return timeless(written.toByteArray());
    } catch (IOException onlyMemoryIsWritten) {
      throw new UncheckedIOException(onlyMemoryIsWritten);
    }
  }

  private static byte[] timeless(byte[] archive) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream(archive.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream out = new ZipOutputStream(result)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(ArchiveTime.NONE);
        out.putNextEntry(same);
        in.transferTo(out);
        out.closeEntry();
      }
    }
    return result.toByteArray();
  }
}
