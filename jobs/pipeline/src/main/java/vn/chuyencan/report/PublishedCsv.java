package vn.chuyencan.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Reader;

/**
 * Reads the CSV that {@link CsvFile} wrote, for pages and for the office. A night reads all of what
 * it wrote again, which is why it is not read as the CSV of others is.
 */
final class PublishedCsv {
  /** Characters of a cell or a row: as good as no limit, for evidence may be long. */
  private static final int MOST = 1 << 30;

  private PublishedCsv() {}

  /**
   * The rows, and before them the header where the text begins with it.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException while it is read, when it is no CSV with as
   *     many cells in each row
   */
  static CsvReader<CsvRecord> read(Reader text) {
    return CsvReader.builder()
        // A row of one cell without a value is one.
        .skipEmptyLines(false)
        .maxBufferSize(MOST)
        .build(CsvRecordHandler.of(limits -> limits.maxFieldSize(MOST).maxRecordSize(MOST)), text);
  }
}
