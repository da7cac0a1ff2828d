package vn.chuyencan.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.types.TypeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;

class TableContractTest {

  private static Object[] week() {
    return new Object[] {
      "LHDN-2026-1",
      "hv001",
      "2026-W37",
      LocalDate.of(2026, 9, 7),
      LocalDate.of(2026, 9, 13),
      3,
      2,
      new BigDecimal("12.5"),
      40L,
      1,
      false
    };
  }

  /** A row as Iceberg's readers give it. */
  private static StructLike row(Object... values) {
    return new StructLike() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public <T> T get(int index, Class<T> type) {
        return type.cast(values[index]);
      }

      @Override
      public <T> void set(int index, T value) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static Stream<String> names() {
    return Stream.concat(Tables.names().stream(), Tables.requested().stream());
  }

  @Test
  void theContractsOfAllTablesAreReadOnce() {
    assertThat(Tables.names()).hasSize(50).doesNotHaveDuplicates();
    assertThat(TableContract.of(Tables.ACTOR)).isSameAs(TableContract.of(Tables.ACTOR));
  }

  @ParameterizedTest
  @MethodSource("names")
  void icebergHasTheColumnsOfTheContract(String name) {
    TableContract table = TableContract.of(name);
    assertThat(table.icebergSchema().columns().stream().map(field -> field.name()).toList())
        .isEqualTo(table.columns().stream().map(TableColumn::name).toList());
    assertThat(TypeUtil.indexById(table.icebergSchema().asStruct()).keySet())
        .doesNotHaveDuplicates();
    for (TableColumn column : table.columns()) {
      assertThat(table.icebergSchema().findField(column.name()).fieldId()).isEqualTo(column.id());
      assertThat(table.icebergSchema().findField(column.name()).isOptional())
          .isEqualTo(column.nullable());
    }
  }

  @Test
  void nestedFieldsAreNumberedWithinTheirColumn() {
    assertThat(TableContract.of(Tables.ACTIVITY_BURST).icebergSchema().findField(4002).name())
        .isEqualTo("start");
  }

  @Test
  void theLakeIsDividedAsTheContractSays() {
    assertThat(TableContract.of(Tables.LEARNING_EVENT).partitionSpec().toString())
        .contains("event_date_month: month(5)");
    assertThat(TableContract.of(Tables.LEARNER_WEEK).partitionSpec().toString())
        .contains("course_id: identity(1)");
    assertThat(TableContract.of(Tables.ACTOR).partitionSpec().isUnpartitioned()).isTrue();
  }

  @Test
  void whatIsPublishedLeavesTheVaultAndTheRawTextBehind() {
    assertThat(Tables.published().stream().map(TableContract::name).toList())
        .isSorted()
        .contains("rejected_record", "learner_week")
        .doesNotContain("actor", "learning_event", "activity_burst", "voiding");
    TableContract rejected = TableContract.of(Tables.REJECTED_RECORD);
    // The message quotes the text.
    assertThat(rejected.column("message").visibility()).isEqualTo(Visibility.LAKE);
    assertThat(rejected.column("text").visibility()).isEqualTo(Visibility.LAKE);
    assertThat(rejected.published().columns().stream().map(TableColumn::name).toList())
        .contains("reason")
        .doesNotContain("message", "text");
  }

  @Test
  void anUnknownTableIsRefused() {
    assertThatThrownBy(() -> TableContract.of("learner_month"))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refusal ->
                assertThat(refusal.faults().get(0).code()).isEqualTo(ErrorCode.SCHEMA_INVALID))
        .hasMessageContaining("tables/learner_month.json")
        .hasMessageContaining("there is no such table");
  }

  @Test
  void anUnknownColumnIsRefused() {
    assertThatThrownBy(() -> TableContract.of(Tables.ACTOR).column("age"))
        .hasMessageStartingWith(
            "E1003: table actor does not keep its contract: it has no column age. ");
  }

  @Test
  void aRowThatKeepsTheContractIsCanonical() {
    TableContract table = TableContract.of(Tables.LEARNER_WEEK);
    Object[] week = week();
    week[1] = "ho\u0323c vie\u0302n";

    Object[] values = CanonicalRow.of(table).values(row(week));

    assertThat(values[1]).isEqualTo("học viên");
    assertThat(values[7]).isEqualTo(new BigDecimal("12.500000"));
  }

  @Test
  void instantsComeToTheMicrosecondFromEitherOfTwoClasses() {
    TableContract table = TableContract.of(Tables.SOURCE_FILE);
    Instant instant = Instant.parse("2026-09-07T01:02:03.123456Z");
    for (Object value :
        List.of(instant, instant.atOffset(ZoneOffset.ofHours(7)), instant.plusNanos(789))) {
      StructLike row = row(1L, "s", "p", 2L, value, 3L, 4L);
      assertThat(CanonicalRow.of(table).values(row)[4]).isEqualTo(instant);
    }
  }

  @Test
  void aBrokenRowNamesItsColumn() {
    TableContract table = TableContract.of(Tables.LEARNER_WEEK);
    Map.of(
            5, new Broken(null, "the column sessions has no value where one must be"),
            6, new Broken(2L, "the column active_days holds a Long instead of int"),
            7,
                new Broken(
                    new BigDecimal("0.0000001"),
                    "the column minutes has more decimals than decimal(14,6)"),
            8, new Broken("40", "the column events holds a String instead of long"))
        .forEach(
            (index, broken) -> {
              Object[] week = week();
              week[index] = broken.value();
              assertThatThrownBy(() -> CanonicalRow.of(table).values(row(week)))
                  .isInstanceOfSatisfying(
                      PipelineException.class,
                      refusal ->
                          assertThat(refusal.faults().get(0).code())
                              .isEqualTo(ErrorCode.TABLE_CONTRACT_BROKEN))
                  .hasMessageStartingWith(
                      "E1003: table learner_week does not keep its contract: "
                          + broken.message()
                          + ".");
            });
  }

  private record Broken(Object value, String message) {}

  @Test
  void moreDigitsThanTheTypeHoldsAreRefused() {
    Object[] week = week();
    week[7] = new BigDecimal("123456789");
    assertThatThrownBy(
            () -> CanonicalRow.of(TableContract.of(Tables.LEARNER_WEEK)).values(row(week)))
        .hasMessageContaining("the column minutes has more digits than decimal(14,6)");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    StructLike row = row(Arrays.copyOf(week(), 4));
    assertThatThrownBy(() -> CanonicalRow.of(TableContract.of(Tables.LEARNER_WEEK)).values(row))
        .hasMessageContaining("a row has 4 values instead of 11");
  }

  @Test
  void aWordOutsideAClosedListIsRefused() {
    StructLike row = row("c", "l", "s", true, false, Instant.EPOCH, "somewhere", true, null, null);
    assertThatThrownBy(
            () -> CanonicalRow.of(TableContract.of(Tables.ATTENDANCE_RECORD)).values(row))
        .hasMessageContaining(
            "the column status holds a word other than"
                + " [present, late, excused, absent, unmarked]");
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertThat(CanonicalText.of("a\uD83Db\uDE00c\uD83D\uDE00")).isEqualTo("a\uFFFDb\uFFFDc😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "decimal(39,1)",
        "decimal(4)",
        "array<int",
        "map<int,int>",
        "struct<>",
        "int ",
        "array<int>>",
        ""
      })
  void anUnknownTypeIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ColumnType.parse(text));
  }
}
