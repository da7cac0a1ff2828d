package vn.chuyencan.report.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.ReviewCase;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Learners;
import vn.chuyencan.report.CsvMark;

class CourseListsTest {
  private static final String SIGNATURE = "danh-sach-cap-chung-nhan";
  private static final String NOT_ELIGIBLE = "danh-sach-khong-du-dieu-kien";
  private static final String REVIEW = "danh-sach-can-xem-xet";
  private static final String INSUFFICIENT = "danh-sach-chua-du-du-lieu";

  private static String text(XWPFDocument document) {
    StringBuilder text = new StringBuilder();
    document.getParagraphs().forEach(one -> text.append(one.getText()).append('\n'));
    document.getTables().forEach(table -> text.append(table.getText()).append('\n'));
    return text.toString().replace('\u00A0', ' ');
  }

  private static String text(XWPFTableCell cell) {
    return cell.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"))
        .replace('\u00A0', ' ');
  }

  private static List<List<String>> rows(XWPFTable table) {
    return table.getRows().stream()
        .map(row -> row.getTableCells().stream().map(CourseListsTest::text).toList())
        .toList();
  }

  /** Tables 0 and 1 are the heading. */
  private static List<List<String>> rows(Map<String, byte[]> files, String list, int table) {
    return rows(Rolls.document(files.get(list + ".docx")).getTables().get(2 + table));
  }

  private static List<String> csv(Map<String, byte[]> files, String list) {
    return new String(files.get(list + ".csv"), StandardCharsets.UTF_8).lines().toList();
  }

  private static List<CSVRecord> records(Map<String, byte[]> files, String list) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(new String(files.get(list + ".csv"), StandardCharsets.UTF_8), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theListForSignatureHasCompensationInAPartOfItsOwn() {
    Map<String, byte[]> files = Rolls.files(Rolls.four().roll());

    assertThat(rows(files, SIGNATURE, 0))
        .containsExactly(
            List.of("TT", "Mã học viên", "Họ và tên", "Số giờ", "Kết quả, căn cứ", "Ký nhận"),
            List.of("Giấy chứng nhận tổng thể: 2 lượt"),
            List.of("1", "HV001", "Lê An", "–", "Đạt", ""),
            List.of("2", "HV004", "Đỗ Thị Ân", "–", "Đạt", ""),
            List.of("Chứng nhận lí thuyết (6 giờ): 2 lượt"),
            List.of("3", "HV001", "Lê An", "6", "Đạt", ""),
            List.of("4", "HV004", "Đỗ Thị Ân", "6", "Đạt", ""),
            List.of("Chứng nhận thực hành (12 giờ): 2 lượt"),
            List.of("5", "HV001", "Lê An", "12", "Đạt", ""),
            List.of("6", "HV002", "Trần Bình", "12", "Đạt", ""));
    List<List<String>> compensated = rows(files, SIGNATURE, 1);
    assertThat(compensated).hasSize(3);
    assertThat(compensated.get(1)).containsExactly("Chứng nhận lí thuyết (6 giờ): 1 lượt");
    assertThat(compensated.get(2).subList(0, 4)).containsExactly("1", "HV002", "Trần Bình", "6");
    assertThat(compensated.get(2).get(4))
        .contains(
            "Đạt (có bù)",
            "20 bài tập, cần ≥ 23 bài tập",
            "1.126 phút, cần ≥ 1.080 phút (các cách tính: 1.094 – 1.203)",
            "5,32 điểm, cần ≥ 5,0 điểm");
    assertThat(compensated.get(2).get(5)).contains("☐ Xác nhận", "☐ Không xác nhận");
    assertThat(text(Rolls.document(files.get(SIGNATURE + ".docx"))))
        .contains(
            "Danh sách có 7 (bảy) lượt cấp chứng nhận cho 3 (ba) học viên, trong đó 1 (một) lượt"
                + " đạt nhờ bù.",
            "flipped-classroom, phiên bản 1.3.1, mã băm " + Learners.POLICY.hash().substring(0, 12),
            "tính đến hết ngày 18/10/2026");
  }

  @Test
  void everyDecisionStandsInExactlyOneList() {
    CourseRoll roll = Rolls.four().roll();
    Map<String, byte[]> files = Rolls.files(roll);
    List<String> listed = new ArrayList<>();
    for (String list : List.of(SIGNATURE, NOT_ELIGIBLE, REVIEW, INSUFFICIENT)) {
      Set<String> own = new LinkedHashSet<>();
      for (CSVRecord row : records(files, list)) {
        own.add(row.get("learner_id") + " " + row.get("certificate"));
      }
      listed.addAll(own);
    }

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            roll.decisions().stream()
                .map(one -> one.learnerId() + " " + one.certificate())
                .toList());
    for (Status status : Status.values()) {
      long lists =
          EnumSet.allOf(ListKind.class).stream().filter(kind -> kind.holds(status)).count();
      assertThat(lists).as(status.name()).isEqualTo(status == Status.NOT_APPLICABLE ? 0 : 1);
    }
  }

  @Test
  void theTotalsAreThoseOfTheDecisions() {
    assertThat(rows(Rolls.files(Rolls.four().roll()), SIGNATURE, 2))
        .containsExactly(
            List.of(
                "Loại chứng nhận",
                "Đạt",
                "Đạt (có bù)",
                "Không đạt",
                "Cần xem xét",
                "Chưa đủ dữ liệu",
                "Không áp dụng",
                "Tổng"),
            List.of("Giấy chứng nhận tổng thể", "2", "0", "2", "0", "0", "0", "4"),
            List.of("Chứng nhận lí thuyết (6 giờ)", "2", "1", "0", "1", "0", "0", "4"),
            List.of("Chứng nhận thực hành (12 giờ)", "2", "0", "0", "1", "1", "0", "4"));
  }

  @Test
  void aReasonHasValueAndThreshold() {
    Map<String, byte[]> files = Rolls.files(Rolls.four().roll());
    List<List<String>> rows = rows(files, NOT_ELIGIBLE, 0);

    assertThat(rows.get(1)).containsExactly("Giấy chứng nhận tổng thể: 2 lượt");
    assertThat(rows.get(3).subList(0, 3)).containsExactly("2", "HV003", "Phạm Chi");
    assertThat(rows.get(3).get(3))
        .contains(
            "Truy cập mỗi tuần [FC-TT.1]: tuần thấp nhất 1 lần, cần ≥ 2 lần (tuần: 3)",
            "Thời lượng làm việc trên hệ thống [FC-TT.2]: 498 phút, cần ≥ 540 phút");
    assertThat(csv(files, NOT_ELIGIBLE))
        .anySatisfy(
            line ->
                assertThat(line).contains("HV003,Phạm Chi,overall,").contains(",1,2,access,-1,"));
  }

  @Test
  void aCaseHasReasonFiguresAndRoomForTheDecision() {
    List<List<String>> rows = rows(Rolls.files(Rolls.four().roll()), REVIEW, 0);

    assertThat(rows.get(2).subList(0, 3)).containsExactly("1", "HV003", "Phạm Chi");
    assertThat(rows.get(2).get(3)).contains("thiếu thời lượng nhưng đạt mọi tiêu chí khác");
    assertThat(rows.get(2).get(4)).contains("498 phút, cần ≥ 540 phút");
    assertThat(rows.get(2).get(5)).contains("☐ Chấp nhận", "☐ Không chấp nhận");
    assertThat(rows.get(2).get(6)).isEmpty();
  }

  @Test
  void whatIsMissingSaysWhoSuppliesIt() {
    List<List<String>> rows = rows(Rolls.files(Rolls.four().roll()), INSUFFICIENT, 0);

    assertThat(rows.get(rows.size() - 1).subList(1, 3)).containsExactly("HV004", "Đỗ Thị Ân");
    assertThat(rows.get(rows.size() - 1).get(3))
        .contains("sổ điểm danh", "giảng viên", "[FC-TH.2]");
  }

  @Test
  void twoOfOneNameStandByTheirIds() {
    Map<String, byte[]> files =
        Rolls.files(
            new Rolls()
                .add("HV025", "Nguyễn Thu Hà", Learners.an())
                .add("HV004", "Nguyễn Thu Hà", Learners.an())
                .add("HV030", "Lê Ân", Learners.an())
                .add("HV031", "Vũ An", Learners.an())
                .roll());

    assertThat(rows(files, SIGNATURE, 0).subList(2, 6).stream().map(row -> row.get(1)))
        .containsExactly("HV031", "HV030", "HV004", "HV025");
  }

  private static List<String> headers(XWPFDocument document) {
    return document.getHeaderList().stream()
        .map(
            (XWPFHeader header) ->
                header.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void aRunThatHasNotClosedIsADraftOnEveryPage() {
    Map<String, byte[]> open = Rolls.files(Rolls.four().roll("LHDN-2026-1", false));
    Map<String, byte[]> closed = Rolls.files(Rolls.four().roll());
    for (String list : List.of(SIGNATURE, NOT_ELIGIBLE, REVIEW, INSUFFICIENT)) {
      List<String> headers = headers(Rolls.document(open.get(list + ".docx")));
      assertThat(headers)
          .as(list)
          .hasSize(2)
          .allSatisfy(one -> assertThat(one).contains("DỰ KIẾN"));
      assertThat(headers(Rolls.document(closed.get(list + ".docx"))))
          .noneSatisfy(one -> assertThat(one).contains("DỰ KIẾN"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aRunWithoutLearnersHasListsThatSayNobody(Language language) {
    Map<String, byte[]> files = CourseLists.files(new Rolls().roll(), Rolls.request(language));

    assertThat(files).hasSize(9);
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".docx")) {
            assertThat(text(Rolls.document(content)))
                .contains(language == Language.VI ? "Không có học viên nào" : "No learner");
          } else if (name.endsWith(".csv")) {
            assertThat(new String(content, StandardCharsets.UTF_8).lines()).hasSize(1);
          }
        });
  }

  @Test
  void theSameInputsGiveTheSameBytes() {
    Map<String, byte[]> once = Rolls.files(Rolls.four().roll());
    Map<String, byte[]> again = Rolls.files(Rolls.four().roll());

    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, content) -> assertThat(again.get(name)).as(name).isEqualTo(content));
  }

  @Test
  void numberAndDateStandOnTheListForSignatureOnly() {
    ListRequest request =
        new ListRequest(
            Rolls.LETTERHEAD,
            Language.VI,
            EnumSet.of(ListKind.SIGNATURE, ListKind.REVIEW),
            "5",
            LocalDate.of(2027, 1, 5),
            CsvMark.PRESENT);
    Map<String, byte[]> files = CourseLists.files(Rolls.four().roll(), request);

    assertThat(files.keySet())
        .containsExactly(
            SIGNATURE + ".docx",
            SIGNATURE + ".csv",
            REVIEW + ".docx",
            REVIEW + ".csv",
            "danh-sach.xlsx");
    assertThat(text(Rolls.document(files.get(SIGNATURE + ".docx"))))
        .contains("Số: 05/DS-HVSPS", "Hà Nội, ngày 05 tháng 01 năm 2027");
    assertThat(text(Rolls.document(files.get(REVIEW + ".docx"))))
        .contains("/DS-HVSPS", "ngày 05 tháng 01 năm 2027")
        .doesNotContain("05/DS");
    assertThat(files.get(SIGNATURE + ".csv")).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void aNameNeverBecomesAFormula() {
    Map<String, byte[]> files =
        Rolls.files(new Rolls().add("-1", "=HYPERLINK(\"http://x\",\"An\")", Learners.an()).roll());

    assertThat(csv(files, SIGNATURE).get(1))
        .contains(",'-1,", "\"'=HYPERLINK(\"\"http://x\"\",\"\"An\"\")\"");
  }

  @Test
  void aHundredAndTwentyLearnersWithLongNames() {
    Rolls many = new Rolls();
    for (int number = 1; number <= 120; number++) {
      many.add(
          "HV" + (1000 + number),
          number % 10 == 0
              ? "Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Phương Thảo Nguyên"
              : "Nguyễn Thị Số " + number,
          number % 3 == 0 ? Learners.binh() : number % 3 == 1 ? Learners.an() : Learners.chi());
    }
    Map<String, byte[]> files = Rolls.files(many.roll());

    assertThat(rows(files, SIGNATURE, 0).stream().filter(row -> row.size() == 6)).hasSize(1 + 160);
    assertThat(text(Rolls.document(files.get(SIGNATURE + ".docx"))))
        .contains("200 (hai trăm) lượt cấp chứng nhận cho 80 (tám mươi) học viên");
  }

  @Test
  void whoDecidedIsTold() {
    CourseRoll roll = Rolls.four().roll();

    assertThat(roll.decisions().stream().flatMap(one -> one.reviewCases().stream())).isNotEmpty();
    CourseRoll decided = DecidedRolls.with(roll, "granted", "gv01", LocalDate.of(2026, 10, 20));
    Map<String, byte[]> files = Rolls.files(decided);
    assertThat(rows(files, REVIEW, 0).get(2).subList(5, 7))
        .containsExactly("Chấp nhận", "gv01, 20/10/2026");
    assertThat(rows(files, SIGNATURE, 1).get(2).get(4))
        .contains("Theo kết luận «Chấp nhận» của gv01 ngày 20/10/2026");
  }

  @Test
  void whatIsConfirmedIsNotAskedForAgain() {
    CourseRoll roll = Rolls.four().roll();
    CourseRoll decided = DecidedRolls.with(roll, "granted", "gv01", LocalDate.of(2026, 10, 20));

    assertThat(rows(Rolls.files(decided), SIGNATURE, 1).get(2).get(5)).isEqualTo("Đã xác nhận");
    assertThat(text(Rolls.document(Rolls.files(roll).get(REVIEW + ".docx"))))
        .contains("1 (một) lượt đạt nhờ bù chờ xác nhận");
    assertThat(text(Rolls.document(Rolls.files(decided).get(REVIEW + ".docx"))))
        .doesNotContain("chờ xác nhận");
  }

  @Test
  void whatStaysOpenBesideADecidedCaseHasRoomForItsDecision() {
    CourseRoll roll = Rolls.four().roll();
    CourseRoll more = DecidedRolls.with(roll, "more_evidence", "gv01", LocalDate.of(2026, 10, 20));
    assertThat(rows(Rolls.files(more), REVIEW, 0).get(2).get(5))
        .contains("Cần bổ sung minh chứng", "☐ Chấp nhận", "☐ Không chấp nhận");

    CourseRoll half = DecidedRolls.halfDecided(roll, "granted", "gv01", LocalDate.of(2026, 10, 20));
    List<String> line =
        rows(Rolls.files(half), REVIEW, 0).stream()
            .filter(row -> row.size() == 7 && row.get(5).contains("Chấp nhận ("))
            .findFirst()
            .orElseThrow();
    assertThat(line.get(5))
        .contains(
            "Chấp nhận (0123456789abcdef)", "Trường hợp ", "☐ Chấp nhận", "☐ Không chấp nhận");
    assertThat(line.get(6)).isEqualTo("gv01, 20/10/2026");
  }

  @Test
  void noWordOfAHeadingIsBroken() {
    Map<String, byte[]> files = CourseLists.files(Rolls.four().roll(), Rolls.request(Language.EN));
    List<Integer> hours =
        Rolls.document(files.get("list-for-signature.docx")).getTables().stream()
            .flatMap(table -> table.getRow(0).getTableCells().stream())
            .filter(cell -> cell.getText().equals("Hours"))
            .map(XWPFTableCell::getWidth)
            .toList();
    // In Times New Roman, bold, 12 points, "Hours" takes 32 points; and its cell's margins 8.
    assertThat(hours).hasSize(2).allMatch(width -> width >= 640 + 160);
  }

  @Test
  void signalsOfIntegrityStandApart() {
    CourseRoll plain = Rolls.four().roll();
    SortedMap<IntegrityKind, Long> lookedAt = new TreeMap<>();
    lookedAt.put(IntegrityKind.LONG_DAY, 120L);
    lookedAt.put(IntegrityKind.TWO_ADDRESSES, 0L);
    ReviewCase one =
        new ReviewCase(
            "00000000000000aa",
            plain.courseId(),
            "HV002",
            ReviewCase.INTEGRITY,
            "long_day",
            "integrity_long_day",
            "day=2026-09-12 minutes=1020.5; day=2026-09-13 minutes=999",
            "activity_burst[…]",
            LocalDate.of(2026, 10, 11),
            null,
            null,
            null);
    CourseRoll roll =
        new CourseRoll(
            plain.courseId(),
            plain.title(),
            plain.opensOn(),
            plain.closesOn(),
            true,
            plain.decisions(),
            plain.names(),
            plain.policies(),
            new IntegrityRoll(List.of(one), lookedAt));
    Map<String, byte[]> without = Rolls.files(plain);
    Map<String, byte[]> files = Rolls.files(roll);
    assertThat(rows(files, REVIEW, 0)).isEqualTo(rows(without, REVIEW, 0));
    assertThat(rows(files, REVIEW, 1))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        "Trần Bình",
                        "- Quá nhiều phút trong một ngày (00000000000000aa)",
                        "day=2026-09-12 minutes=1020.5\nday=2026-09-13 minutes=999"));
    assertThat(text(Rolls.document(files.get(REVIEW + ".docx"))))
        .contains(
            "không phải kết luận",
            "Quá nhiều phút trong một ngày: đã tìm trong 120 ngày, có 1 trường hợp.",
            "Cùng lúc từ hai địa chỉ mạng: không tìm được");
    assertThat(files.get(SIGNATURE + ".docx")).isEqualTo(without.get(SIGNATURE + ".docx"));
    List<CSVRecord> records = records(files, REVIEW);
    CSVRecord last = records.get(records.size() - 1);
    assertThat(last.get("certificate")).isEqualTo("integrity");
    assertThat(last.get("reason_code")).isEqualTo("integrity_long_day");
    assertThat(last.get("status")).isEmpty();
    assertThat(records).hasSize(1 + records(without, REVIEW).size());
    assertThat(
            text(
                Rolls.document(
                    CourseLists.files(roll, Rolls.request(Language.EN))
                        .get("list-for-review.docx"))))
        .contains("Too many minutes on one day", "no verdict", "could not be looked for");
  }
}
