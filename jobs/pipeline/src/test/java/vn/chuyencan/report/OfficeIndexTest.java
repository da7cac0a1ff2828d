package vn.chuyencan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Of a table in parts, a part is the same while the names of its own persons are. */
class OfficeIndexTest {
  private static final TableFile OLD =
      new TableFile(TableContract.of(Tables.LEARNER_WEEK), "2025-09");
  private static final TableFile NEW =
      new TableFile(TableContract.of(Tables.LEARNER_WEEK), "2026-09");
  private static final FileBytes BYTES = new FileBytes(9, 1);

  private final Map<String, String> nobodyYet = new HashMap<>();
  private final OfficeIndex index;

  OfficeIndexTest() {
    nobodyYet.put("HV9", null);
    index =
        new OfficeIndex(
            OfficeIndex.FORMAT,
            "1",
            Map.of("2025-09", Map.of("HV1", "An"), "2026-09", nobodyYet),
            Map.of(
                OLD.csv(), new OfficeIndex.File("a", "x", BYTES),
                NEW.csv(), new OfficeIndex.File("b", "y", BYTES)));
  }

  @Test
  void aNameBelongsToTheParts() {
    assertThat(index.same(OLD, "a", Map.of("HV1", "An", "HV9", "Bình"))).isPresent();
    assertThat(index.same(NEW, "b", Map.of("HV1", "An", "HV9", "Bình"))).isEmpty();
    assertThat(index.same(OLD, "a", Map.of("HV1", "Ân"))).isEmpty();
    assertThat(index.same(OLD, "a", Map.of())).isEmpty();
    assertThat(index.same(NEW, "b", Map.of("HV1", "Ân"))).isPresent();
  }

  @Test
  void otherRowsAreAnotherFile() {
    assertThat(index.same(OLD, "b", Map.of("HV1", "An"))).isEmpty();
    assertThat(index.same(new TableFile(OLD.table(), ""), "a", Map.of("HV1", "An"))).isEmpty();
  }
}
