package vn.chuyencan.report;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.table.TableContract;

/** The rows of a table that was made for a publication and is in no lake. */
public final class MadeSource implements TableSource {
  private final Schema schema;
  private final List<Object[]> rows;
  private final String digest;

  /**
   * @param name one of {@link vn.chuyencan.table.Tables#requested}
   * @param rows in the table's order
   * @throws vn.chuyencan.error.PipelineException TABLE_CONTRACT_BROKEN
   */
  public MadeSource(String name, List<Object[]> rows) {
    this.schema = TableContract.of(name).icebergSchema();
    this.rows = List.copyOf(rows);
    this.digest = Sha256.of(new RequestedTable(name, rows).csv());
  }

  @Override
  public String revision() {
    return digest;
  }

  @Override
  public Optional<Cut> cut() {
    return Optional.empty();
  }

  @Override
  public List<Segment> segments() {
    return List.of(
        new Segment(
            "",
            digest,
            rows.size(),
            () ->
                CloseableIterable.withNoopClose(
                    rows.stream()
                        .map(
                            row -> {
                              GenericRecord record = GenericRecord.create(schema);
                              for (int column = 0; column < row.length; column++) {
                                record.set(column, row[column]);
                              }
                              return (org.apache.iceberg.data.Record) record;
                            })
                        .toList())));
  }
}
