package vn.chuyencan.benchmarks.sample.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the README says of the institution, reckoned again from the rows. */
class InstitutionRegistersTest {
  private static final Map<String, List<List<String>>> ALL = InstitutionRegisters.all();

  /** Learners on a day by programme and place: studying, or on leave or suspended. */
  private static Map<String, Integer> stock(String day, Set<String> statuses) {
    Map<String, String> last = new HashMap<>();
    Map<String, String> place = new HashMap<>();
    rows("admission").forEach(row -> place.put(row.get("student_id"), row.get("site_id")));
    for (Map<String, String> row : rows("student_status")) {
      if (row.get("from").compareTo(day) <= 0) {
        last.put(row.get("student_id"), row.get("status") + " " + row.get("program_id"));
        if (!row.get("site_id").isEmpty()) {
          place.put(row.get("student_id"), row.get("site_id"));
        }
      }
    }
    Map<String, Integer> stock = new HashMap<>();
    last.forEach(
        (student, status) -> {
          String[] part = status.split(" ", -1);
          if (statuses.contains(part[0])) {
            stock.merge(part[1] + " " + place.get(student), 1, Integer::sum);
          }
        });
    return stock;
  }

  private static List<Map<String, String>> rows(String register) {
    List<List<String>> lines = ALL.get(register);
    List<String> header = lines.get(0);
    return lines.stream()
        .skip(1)
        .map(
            line ->
                IntStream.range(0, header.size())
                    .boxed()
                    .collect(Collectors.toMap(header::get, line::get)))
        .toList();
  }

  @Test
  void learnersOfTheYearAreThoseOfTheTable() {
    Set<String> studying = Set.of("studying", "transferred_in");
    assertThat(stock("2025-12-31", studying))
        .containsEntry("CNGD-TX TSC", 46)
        .containsEntry("CNGD-TX PH", 22)
        .containsEntry("CNGD-TX SM", 8)
        .containsEntry("QLGD-TX TSC", 14)
        .containsEntry("QLGD-TX PH", 6)
        .containsEntry("QLGD-TX SM", 20);
    assertThat(stock("2026-12-31", studying))
        .containsEntry("CNGD-TX TSC", 45)
        .containsEntry("CNGD-TX PH", 27)
        .containsEntry("CNGD-TX SM", 12)
        .containsEntry("QLGD-TX TSC", 19)
        .containsEntry("QLGD-TX PH", 10)
        .containsEntry("QLGD-TX SM", 25);
    assertThat(stock("2026-12-31", Set.of("leave", "suspended")))
        .isEqualTo(Map.of("CNGD-TX TSC", 1, "QLGD-TX TSC", 2));
  }

  @Test
  void visitingLecturersCarryWhatTheTableSays() {
    assertThat(visiting("CNGD-TX", "")).isEqualTo("105 31.5 0");
    assertThat(visiting("CNGD-TX", "HK2-2025")).isEqualTo("45 13.5 0");
    assertThat(visiting("CNGD-TX", "HK1-2026")).isEqualTo("60 18 0");
    assertThat(visiting("QLGD-TX", "")).isEqualTo("75 28 16");
    assertThat(visiting("QLGD-TX", "HK2-2025")).isEqualTo("30 10 7");
    assertThat(visiting("QLGD-TX", "HK1-2026")).isEqualTo("45 18 9");
  }

  /** Credits of 2026: all, of visiting lecturers, of those from the partner. */
  private static String visiting(String program, String term) {
    Map<String, Map<String, String>> contracts =
        rows("staff_contract").stream()
            .collect(Collectors.toMap(row -> row.get("staff_id"), row -> row));
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    for (Map<String, String> row : rows("teaching_assignment")) {
      if (row.get("program_id").equals(program)
          && row.get("year").equals("2026")
          && row.get("role").equals("lecturer")
          && row.get("term").contains(term)) {
        Map<String, String> contract = contracts.get(row.get("staff_id"));
        BigDecimal credits = new BigDecimal(row.get("credits"));
        boolean visits = contract.get("category").equals("visiting");
        sums[0] = sums[0].add(credits);
        sums[1] = visits ? sums[1].add(credits) : sums[1];
        sums[2] = contract.get("partner_id").isEmpty() ? sums[2] : sums[2].add(credits);
      }
    }
    return Arrays.stream(sums)
        .map(sum -> sum.stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void whateverTheReadmeNamesStandsInARegister() {
    String cells =
        ALL.values().stream()
            .flatMap(List::stream)
            .map(row -> String.join(" ", row))
            .collect(Collectors.joining("\n"));
    Matcher named =
        Pattern.compile("\\b(HV0|HV1|CQ|THI-|DE-|HL-|QD-|KS-|YK-|HD-2)[A-Z0-9-]+\\b")
            .matcher(Planted.text());
    int names = 0;
    while (named.find()) {
      assertThat(cells).contains(named.group());
      names++;
    }
    assertThat(names).isGreaterThan(30);
  }

  @Test
  void namesAreComposedAndBelongToOnePerson() {
    Map<String, String> people = InstitutionRegisters.people();
    assertThat(people).hasSize(114);
    assertThat(people.values())
        .doesNotHaveDuplicates()
        .allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC));
    assertThat(rows("staff")).extracting(row -> row.get("full_name")).doesNotHaveDuplicates();
  }
}
