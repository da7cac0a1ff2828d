package vn.chuyencan.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.iceberg.Table;
import org.apache.iceberg.hadoop.HadoopTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.model.Interval;
import vn.chuyencan.model.IntervalText;
import vn.chuyencan.model.Learner;
import vn.chuyencan.report.CsvMark;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.ManifestSeal;
import vn.chuyencan.report.PublicationCheck;
import vn.chuyencan.report.SiteTree;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.testing.TestWorkers;

/** The site of the sample: its pages hold the figures of the tables beside them. */
class SiteNightTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final long SECOND = 1_000_000;
  private static final String LHDN = "course-LHDN-2026-1.html";

  @TempDir private static Path folder;
  private static SampleNights nights;
  private static Night night;
  private static Manifest first;

  @BeforeAll
  static void runTheNight() {
    nights =
        new SampleNights(folder)
            .deliver(SampleNights.allFiles())
            .site(SiteSettings.DEFAULT, folder.resolve("office"));
    first = nights.run(SampleNights.LAST, "first").manifest();
    night = nights.night(SampleNights.LAST);
  }

  /** What analysts see. */
  private static Path analysts(String run) {
    return nights.published().resolve(SampleNights.LAST.toString()).resolve(run).resolve("html");
  }

  /** What the office sees. */
  private static Path office(String run) {
    return folder
        .resolve("office")
        .resolve(SampleNights.LAST.toString())
        .resolve(run)
        .resolve("html");
  }

  private static JsonNode data(Path page) throws IOException {
    String html = Files.readString(page);
    int start = html.indexOf("id=\"data\">") + "id=\"data\">".length();
    return JSON.readTree(html.substring(start, html.indexOf("</script>", start)));
  }

  private static List<CSVRecord> rows(String table) throws IOException {
    Path csv = analysts("first").resolveSibling("csv").resolve(table + ".csv");
    try (Reader text = Files.newBufferedReader(csv)) {
      return WITH_HEADER.parse(text).getRecords();
    }
  }

  private void again(String run) {
    ReportJob.publish(night, run, "", CsvMark.ABSENT, Progress.NONE);
  }

  @Test
  void thePagesAreThereAndTheManifestVouchesForThem() throws IOException {
    assertThat(files(office("first")))
        .contains(
            "index.html",
            LHDN,
            "course-DGHT-2026-1.html",
            "learners-LHDN-2026-1.html",
            "learners.html",
            "institution.html",
            "health.html",
            "dictionary.html",
            "assets/site.css",
            "assets/echarts.common.min.js",
            "assets/echarts-LICENSE.txt");
    SiteTree tree = SiteTree.of(analysts("first").getParent());
    assertThat(first.site())
        .isEqualTo(
            new Manifest.Site("html/index.html", "analyst", tree.files().size(), tree.digest()));
    JsonNode manifest = JSON.readTree(office("first").resolveSibling("manifest.json").toFile());
    assertThat(manifest.at("/site/digest").asText())
        .isEqualTo(SiteTree.of(office("first").getParent()).digest());
    Path page = office("first").resolve("learners.html");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void whatTheOfficesPagesLeadToIsThere() throws IOException {
    for (Manifest.Table table : first.tables()) {
      assertThat(office("first").resolveSibling("csv").resolve(table.name() + ".csv")).exists();
    }
  }

  @Test
  void aChangedPageIsFound() throws IOException {
    again("changed");
    PublicationCheck check =
        new PublicationCheck(
            nights.published(), ManifestSeal.of(night.configuration().institution().secret()));
    Path publication = analysts("changed").getParent();
    assertThat(check.check(publication)).isEmpty();
    // Another name of the same bytes is another publication's: it is replaced, not written over.
    Path page = analysts("changed").resolve("index.html");
    String text = Files.readString(page);
    Files.delete(page);
    Files.writeString(page, text.replace("9097", "9098"));

    assertThat(check.check(publication))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).contains("html"));
    Files.writeString(page, text);
  }

  @Test
  void theNightTellsTheEquation() throws IOException {
    JsonNode counts = data(office("first").resolve("index.html")).get("counts");
    assertThat(counts.toString())
        .isEqualTo(
            "{\"read\":9097,\"accepted\":8671,\"duplicate\":420,\"voided\":1,\"conflicting\":1,"
                + "\"rejected\":4,\"out_of_scope\":0}");
  }

  /** The funnel against the decisions, the heat map against the weeks, marks against measures. */
  @Test
  void figuresOfACourseRunAreThoseOfItsTables() throws IOException {
    JsonNode page = data(office("first").resolve(LHDN));
    Map<String, Integer> enrolled = new TreeMap<>();
    Map<String, Integer> eligible = new TreeMap<>();
    for (CSVRecord row : rows(Tables.ELIGIBILITY_DECISION)) {
      if (row.get("course_id").equals("LHDN-2026-1")) {
        enrolled.merge(row.get("certificate"), 1, Integer::sum);
        boolean met = row.get("standing_status").startsWith("MET");
        eligible.merge(row.get("certificate"), met ? 1 : 0, Integer::sum);
      }
    }
    for (JsonNode funnel : page.get("funnels")) {
      String certificate = funnel.get("certificate").asText();
      assertThat(funnel.get("enrolled").asInt()).isEqualTo(enrolled.get(certificate));
      assertThat(funnel.get("eligible").asInt()).isEqualTo(eligible.get(certificate));
    }
    assertThat(page.get("funnels")).hasSameSizeAs(enrolled.keySet());

    JsonNode ids = page.at("/heat/ids");
    int weeks = page.get("weeks").size();
    int compared = 0;
    for (CSVRecord row : rows(Tables.LEARNER_COURSE_WEEK)) {
      for (int learner = 0; learner < ids.size(); learner++) {
        if (row.get("course_id").equals("LHDN-2026-1")
            && row.get("learner_id").equals(ids.get(learner).asText())) {
          int week = Integer.parseInt(row.get("course_week")) - 1;
          assertThat(page.at("/heat/sessions").get(learner * weeks + week).asText())
              .isEqualTo(row.get("sessions"));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(ids.size() * weeks);
    assertThat(page.at("/minutes/lines").findValuesAsText("minutes"))
        .containsExactly("540", "1080");
    assertThat(page.get("eachWeek").asInt()).isEqualTo(2);

    long completed = 0;
    for (JsonNode exercise : page.get("exercises")) {
      completed += exercise.get("passed").asLong() + exercise.get("below").asLong();
    }
    long measured = 0;
    for (CSVRecord row : rows(Tables.LEARNER_COURSE_MEASURE)) {
      if (row.get("course_id").equals("LHDN-2026-1")) {
        measured += Long.parseLong(row.get("exercises_completed"));
      }
    }
    assertThat(completed).isEqualTo(measured).isPositive();
  }

  /** The timeline of each learner against the weeks. */
  @Test
  void sessionsOfLearnersAreThoseOfTheirWeeks() throws IOException {
    Map<String, List<Interval>> expected = new TreeMap<>();
    for (CSVRecord row : rows(Tables.LEARNER_COURSE_WEEK)) {
      if (row.get("course_id").equals("LHDN-2026-1")) {
        List<Interval> sessions =
            expected.computeIfAbsent(row.get("learner_id"), learner -> new ArrayList<>());
        int before = sessions.size();
        for (JsonNode text : JSON.readTree(row.get("session_times"))) {
          sessions.add(IntervalText.read(text.asText()));
        }
        assertThat(sessions).hasSize(before + Integer.parseInt(row.get("sessions")));
      }
    }
    JsonNode page = data(office("first").resolve("learners-LHDN-2026-1.html"));
    Map<String, List<Interval>> shown = new TreeMap<>();
    for (JsonNode learner : page.get("learners")) {
      List<Interval> sessions = new ArrayList<>();
      long start = 0;
      try (Scanner numbers = new Scanner(learner.get("times").asText())) {
        while (numbers.hasNextLong()) {
          start += numbers.nextLong();
          sessions.add(new Interval(start * SECOND, (start + numbers.nextLong()) * SECOND));
        }
      }
      shown.put(learner.get("id").asText(), sessions);
    }
    assertThat(shown).isEqualTo(expected);
    assertThat(page.get("offsets").toString()).isEqualTo("[[1788627600,25200]]");
    assertThat(page.at("/run/zone").asText()).isEqualTo("Asia/Ho_Chi_Minh");
  }

  /** Of rows of a program that kept no times a page says that they are not known. */
  @Test
  void ofAnOlderLakeTheTimesAreNotKnownAndTheNightGoesOn() throws IOException {
    Path place = folder.resolve("older");
    SampleNights older =
        new SampleNights(place)
            .deliver(SampleNights.allFiles())
            .site(SiteSettings.DEFAULT, place.resolve("office"));
    older.run(SampleNights.LAST, "before");
    Table table =
        new HadoopTables(TestWorkers.shared().hadoop())
            .load(place.resolve("warehouse/chuyencan/learner_course_week").toString());
    table.updateSchema().deleteColumn("session_times").commit();
    table.updateProperties().set("chuyencan.table-version", "1-0-0").commit();
    // Of what an older program published, under another contract, nothing is taken over.
    Files.delete(older.published().resolve("latest"));

    older.run(SampleNights.LAST.plusDays(1), "after");
    Path after = place.resolve("office").resolve("latest");
    try (Reader text = Files.newBufferedReader(after.resolve("csv/learner_course_week.csv"))) {
      assertThat(WITH_HEADER.parse(text).getRecords())
          .allSatisfy(row -> assertThat(row.get("session_times")).isEmpty())
          .anySatisfy(row -> assertThat(row.get("sessions")).isEqualTo("3"));
    }
    assertThat(data(after.resolve("html/learners-LHDN-2026-1.html")).get("learners"))
        .hasSize(36)
        .allSatisfy(learner -> assertThat(learner.get("times").isNull()).isTrue());
  }

  @Test
  void theDictionaryHasEveryColumnOfEveryTable() throws IOException {
    JsonNode dictionary = data(office("first").resolve("dictionary.html"));
    Map<String, Integer> columns = new TreeMap<>();
    dictionary
        .get("tables")
        .forEach(table -> columns.put(table.get("name").asText(), table.get("columns").size()));
    Map<String, Integer> expected = new TreeMap<>();
    Stream.concat(Tables.names().stream(), Tables.requested().stream())
        .forEach(name -> expected.put(name, TableContract.of(name).columns().size()));
    assertThat(columns).isEqualTo(expected);
    for (JsonNode meaning : dictionary.findValues("meaning")) {
      assertThat(meaning).hasSize(2).allMatch(text -> !text.asText().isBlank());
    }
  }

  @Test
  void analystsSeeNoNameNoLearnersPageAndNoSmallCount() throws IOException {
    Path html = analysts("first");

    assertThat(files(html)).noneMatch(file -> file.startsWith("learners"));
    for (String file : files(html)) {
      if (!file.equals("dictionary.html")) {
        String text = Files.readString(html.resolve(file));
        for (Learner learner : night.registers().learners()) {
          assertThat(text).as(file).doesNotContain(learner.fullName());
        }
      }
    }
    JsonNode page = data(html.resolve(LHDN));
    assertThat(page.get("heat").has("status")).isFalse();
    assertThat(page.findValuesAsText("count")).contains("-1").doesNotContain("1", "2", "3", "4");
  }

  /** The night after, where nothing is new, takes the pages over; of its own audience only. */
  @Test
  void whatDidNotChangeIsTheSameFile() throws IOException {
    again("before");
    again("after");

    for (String file : List.of(LHDN, "learners-LHDN-2026-1.html", "dictionary.html")) {
      assertThat(Files.isSameFile(office("before").resolve(file), office("after").resolve(file)))
          .as(file)
          .isTrue();
    }
    assertThat(Files.isSameFile(analysts("before").resolve(LHDN), analysts("after").resolve(LHDN)))
        .isTrue();
    assertThat(Files.isSameFile(analysts("after").resolve(LHDN), office("after").resolve(LHDN)))
        .isFalse();
    assertThat(Files.readString(office("after").resolve("assets/publication.js")))
        .contains("after");
  }

  /** No register says which exercises count, so nothing is measured of them; attempts tell. */
  @Test
  void withoutRegistersMarksAreThoseOfAttempts() throws IOException {
    Path own = folder.resolve("inferred");
    SampleNights inferred =
        new SampleNights(own)
            .deliver(SampleNights.allFiles())
            .registers(Files.createDirectories(own.resolve("none")).toString())
            .site(SiteSettings.DEFAULT, own.resolve("office"));
    inferred.run(SampleNights.LAST, "inferred");

    Path html =
        own.resolve("office").resolve(SampleNights.LAST.toString()).resolve("inferred/html");
    Path page =
        files(html).stream()
            .filter(name -> name.startsWith("course-"))
            .map(html::resolve)
            .findFirst()
            .orElseThrow();
    JsonNode exercise = null;
    for (JsonNode one : data(page).get("exercises")) {
      exercise = one.get("id").asText().endsWith("view.php?id=21201") ? one : exercise;
    }
    assertThat(exercise.get("passed").asInt()).isGreaterThan(30);
    assertThat(exercise.get("mean").asDouble()).isBetween(60.0, 90.0);
  }

  @Test
  void thePagesBearOnNoDigestOfTables() {
    Night without = new SampleNights(folder).site(SiteSettings.NONE, null).night(SampleNights.LAST);
    Manifest bare = ReportJob.publish(without, "bare", "", CsvMark.ABSENT, Progress.NONE);

    assertThat(bare.site()).isNull();
    assertThat(bare.digest()).isEqualTo(first.digest());
    assertThat(analysts("bare")).doesNotExist();
    assertThat(office("bare")).doesNotExist();
  }

  private static Set<String> files(Path html) throws IOException {
    try (Stream<Path> tree = Files.walk(html)) {
      TreeSet<String> files = new TreeSet<>();
      tree.filter(Files::isRegularFile)
          .forEach(file -> files.add(html.relativize(file).toString()));
      return files;
    }
  }
}
