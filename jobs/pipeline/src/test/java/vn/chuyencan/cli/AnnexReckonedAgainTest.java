package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.chuyencan.testing.Repository;

/**
 * The expected tables of Annex I and II, reckoned again from the sample's registers by loops over
 * rows: no SQL, and nothing of the program.
 */
class AnnexReckonedAgainTest {
  private static final String FIRST = "2026-01-01";
  private static final String CUT_OFF = "2026-11-20";
  private static final String LAST = "2026-12-31";

  private static List<CSVRecord> register(String name) throws IOException {
    return read("sample-data/registers/" + name + ".csv");
  }

  private static List<CSVRecord> annex(String number, String table) throws IOException {
    String folder = "sample-data/expected/forms/circular28-annex" + number + "/";
    return read(folder + "circular28_annex" + number + "_" + table + ".csv");
  }

  private static List<CSVRecord> read(String path) throws IOException {
    Path file = Repository.root().resolve(path);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static boolean within(String day, String first, String last) {
    return !day.isEmpty() && day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
  }

  /** Whether what holds from a day to another (empty: for good) holds on some day of a time. */
  private static boolean touches(String from, String to, String first, String last) {
    return from.compareTo(last) <= 0 && (to.isEmpty() || to.compareTo(first) >= 0);
  }

  private static Set<String> programmes() throws IOException {
    Set<String> distance = new TreeSet<>();
    for (CSVRecord program : register("program")) {
      if (program.get("form").equals("distance")) {
        distance.add(program.get("program_id"));
      }
    }
    return distance;
  }

  /** Enrolments by level, dismissals, graduations and the stock, by «programme place figure». */
  private static Map<String, Integer> counts() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, String> siteOf = new HashMap<>();
    for (CSVRecord row : register("admission")) {
      siteOf.put(row.get("student_id") + row.get("program_id"), row.get("site_id"));
      if (within(row.get("enrolled_on"), FIRST, CUT_OFF)) {
        String place = row.get("program_id") + " " + row.get("site_id") + " ";
        String level = row.get("entry_level").replace("postgraduate", "university");
        counts.merge(place + "enrolled_" + level, 1, Integer::sum);
      }
    }
    Map<String, CSVRecord> latest = new TreeMap<>();
    List<CSVRecord> statuses = new ArrayList<>(register("student_status"));
    statuses.sort((one, other) -> one.get("from").compareTo(other.get("from")));
    for (CSVRecord row : statuses) {
      if (row.get("from").compareTo(CUT_OFF) > 0) {
        continue;
      }
      String who = row.get("student_id") + row.get("program_id");
      if (!row.get("site_id").isEmpty()) {
        siteOf.put(who, row.get("site_id"));
      }
      latest.put(who, row);
      String status = row.get("status");
      String decided = row.get("decision_on").isEmpty() ? row.get("from") : row.get("decision_on");
      if ((status.equals("dismissed") || status.equals("graduated"))
          && within(decided, FIRST, CUT_OFF)) {
        counts.merge(row.get("program_id") + " " + siteOf.get(who) + " " + status, 1, Integer::sum);
      }
    }
    latest.forEach(
        (who, row) -> {
          boolean back = !row.get("to").isEmpty() && row.get("to").compareTo(LAST) < 0;
          String status = row.get("status");
          boolean studies =
              status.equals("studying")
                  || status.equals("transferred_in")
                  || (back && (status.equals("leave") || status.equals("suspended")));
          if (studies) {
            counts.merge(
                row.get("program_id") + " " + siteOf.get(who) + " stock_31_12", 1, Integer::sum);
          }
        });
    return counts;
  }

  private static final List<String> FIGURES =
      List.of(
          "enrolled_upper_secondary",
          "enrolled_intermediate",
          "enrolled_college",
          "enrolled_university",
          "dismissed",
          "graduated",
          "stock_31_12");

  @Test
  void learnersByProgrammeAndPlace() throws IOException {
    Map<String, Integer> counts = counts();
    Map<String, Integer> sums = new HashMap<>();
    int places = 0;
    for (CSVRecord row : annex("1", "learner")) {
      String program = row.get("program_id");
      boolean item = row.get("line").equals("ITEM");
      for (String figure : FIGURES) {
        int found =
            item
                ? counts.getOrDefault(program + " " + row.get("site_id") + " " + figure, 0)
                : sums.get(program + figure);
        sums.merge(program + figure, found, Integer::sum);
        assertThat(row.get(figure))
            .as(program + " " + row.get("place") + " " + figure)
            .isEqualTo(Integer.toString(found));
      }
      places += item ? 1 : 0;
    }
    assertThat(places).as("two programmes at three places").isEqualTo(6);
    for (CSVRecord row : annex("2", "enrolment")) {
      for (String figure : FIGURES) {
        assertThat(row.get(figure))
            .as("Annex II " + row.get("program_id") + " " + figure)
            .isEqualTo(
                Integer.toString(counts.getOrDefault(row.get("program_id") + " SM " + figure, 0)));
      }
    }
  }

  @Test
  void staffByProgrammeRoleAndContract() throws IOException {
    Map<String, CSVRecord> contract = new HashMap<>();
    for (CSVRecord row : register("staff_contract")) {
      if (touches(row.get("from"), row.get("to"), FIRST, CUT_OFF)) {
        contract.merge(
            row.get("staff_id"),
            row,
            (one, other) -> one.get("from").compareTo(other.get("from")) >= 0 ? one : other);
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    Set<List<String>> seen = new HashSet<>();
    for (CSVRecord row : register("teaching_assignment")) {
      String staff = row.get("staff_id");
      if (row.get("year").equals("2026")
          && !staff.isEmpty()
          && seen.add(List.of(row.get("program_id"), row.get("role"), staff))) {
        String kind =
            switch (contract.get(staff).get("category")) {
              case "joint_permanent", "post_retirement", "full_time" -> "full_time";
              default -> contract.get(staff).get("category");
            };
        counts.merge(row.get("program_id") + row.get("role") + kind, 1, Integer::sum);
        counts.merge(row.get("program_id") + row.get("role"), 1, Integer::sum);
      }
    }
    Map<String, String> columns =
        Map.of(
            "lecturers_permanent", "lecturerpermanent",
            "lecturers_full_time", "lecturerfull_time",
            "lecturers_visiting", "lecturervisiting",
            "support_permanent", "supportpermanent",
            "support_full_time", "supportfull_time",
            "support_task", "supporttask",
            "managers", "manager");
    for (CSVRecord row : annex("1", "staff")) {
      columns.forEach(
          (column, key) ->
              assertThat(row.get(column))
                  .as(row.get("program_id") + " " + column)
                  .isEqualTo(
                      Integer.toString(counts.getOrDefault(row.get("program_id") + key, 0))));
    }
  }

  @Test
  void programmesWithTheirDecisions() throws IOException {
    List<CSVRecord> rows = annex("1", "program");
    assertThat(rows.stream().map(row -> row.get("program_id")))
        .containsExactlyElementsOf(programmes());
    for (CSVRecord row : rows) {
      CSVRecord permission = null;
      CSVRecord issue = null;
      for (CSVRecord decision : register("decision")) {
        if (decision.get("program_id").equals(row.get("program_id"))
            && decision.get("signed_on").compareTo(CUT_OFF) <= 0) {
          String kind = decision.get("kind");
          if (kind.equals("permission") || kind.equals("autonomy")) {
            permission = later(permission, decision);
          } else if (kind.equals("programme_issue")) {
            issue = later(issue, decision);
          }
        }
      }
      assertThat(List.of(row.get("permission_number"), row.get("permission_signed_on")))
          .containsExactly(permission.get("number"), permission.get("signed_on"));
      assertThat(List.of(row.get("issue_number"), row.get("issue_signer")))
          .containsExactly(issue.get("number"), issue.get("signer"));
    }
  }

  private static CSVRecord later(CSVRecord one, CSVRecord other) {
    return one == null || one.get("signed_on").compareTo(other.get("signed_on")) < 0 ? other : one;
  }

  @Test
  void contractsAndSoftwareOfTheYear() throws IOException {
    Set<String> contracts = new TreeSet<>();
    for (CSVRecord row : register("partner_contract")) {
      if (touches(row.get("valid_from"), row.get("valid_to"), FIRST, CUT_OFF)) {
        contracts.add(row.get("number") + " " + row.get("program_id"));
      }
    }
    for (String annex : List.of("1", "2")) {
      assertThat(annex(annex, annex.equals("1") ? "partner" : "institution"))
          .extracting(row -> row.get("contract_number") + " " + row.get("program_id"))
          .containsExactlyInAnyOrderElementsOf(contracts);
    }
    Set<String> software = new TreeSet<>();
    for (CSVRecord row : register("software")) {
      if (touches(row.get("used_from"), row.get("used_to"), FIRST, CUT_OFF)) {
        software.add(row.get("name") + " " + row.get("vendor"));
      }
    }
    assertThat(annex("1", "software"))
        .extracting(row -> row.get("name") + " " + row.get("vendor"))
        .containsExactlyInAnyOrderElementsOf(software);
  }

  @Test
  void materialsByYearOfThePlan() throws IOException {
    for (CSVRecord row : annex("1", "material")) {
      int courses = 0;
      int main = 0;
      int supplementary = 0;
      for (CSVRecord course : register("program_course")) {
        if (course.get("version_id").equals(row.get("version_id"))
            && course.get("year_plan").equals(row.get("plan_year"))) {
          courses++;
          main += approved(row, course, "main") ? 1 : 0;
          supplementary += approved(row, course, "supplementary") ? 1 : 0;
        }
      }
      assertThat(List.of(row.get("courses"), row.get("with_main"), row.get("with_supplementary")))
          .as(row.get("version_id") + " year " + row.get("plan_year"))
          .containsExactly(
              Integer.toString(courses), Integer.toString(main), Integer.toString(supplementary));
    }
  }

  private static boolean approved(CSVRecord row, CSVRecord course, String kind) throws IOException {
    for (CSVRecord material : register("material")) {
      String version = material.get("version_id");
      if (material.get("kind").equals(kind)
          && material.get("course_code").equals(course.get("course_code"))
          && (version.isEmpty() || version.equals(row.get("version_id")))
          && within(material.get("approved_on"), "0001-01-01", CUT_OFF)) {
        return true;
      }
    }
    return false;
  }
}
