package vn.chuyencan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.NightRegisters;
import vn.chuyencan.model.Enrolment;
import vn.chuyencan.model.GroupMember;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Role;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.testing.DatabaseServer;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** From a Moodle's database to registers, what a person completes, and what a night makes of it. */
@Tag("database")
class InitFromMoodleTest {
  private static final String UNOPENED =
      "sources that were not opened (--connect opens them): lms-db";

  @TempDir private Path folder;

  /** Two courses, of which one has no end; two people of one number; somebody in two groups. */
  private static MoodleSite site(DatabaseServer server) {
    MoodleSite site = SmallSite.fill(new MoodleSite(server));
    SmallSite.learner(site, 5, "SV5", "An", "Nguyễn");
    SmallSite.learner(site, 6, "SV6", "Bình", "Trần");
    SmallSite.learner(site, 7, "SV6", "Chi", "Phạm");
    site.add(
        "course",
        "id",
        3,
        "fullname",
        "Lớp hai",
        "shortname",
        "Lớp 2",
        "startdate",
        SmallSite.OPENS);
    site.add("context", "id", 11, "contextlevel", 50, "instanceid", 3, "path", "/1/3/11");
    site.add("enrol", "id", 2, "enrol", "manual", "courseid", 3);
    site.add(
        "user_enrolments",
        "id",
        50,
        "enrolid",
        2,
        "userid",
        5,
        "timestart",
        SmallSite.OPENS,
        "timeend",
        0,
        "timecreated",
        SmallSite.OPENS);
    site.add("role_assignments", "id", 90, "roleid", 5, "contextid", 11, "userid", 5);
    site.add("groups", "id", 1, "courseid", SmallSite.COURSE, "name", "Nhóm 1");
    site.add("groups", "id", 2, "courseid", SmallSite.COURSE, "name", "Nhóm 2");
    site.add("groups_members", "id", 1, "groupid", 1, "userid", 5);
    site.add("groups_members", "id", 2, "groupid", 2, "userid", 5);
    SmallSite.module(site, 40, "forum", 1, "groupmode", 1);
    site.add("forum", "id", 1, "course", SmallSite.COURSE, "name", "Diễn đàn nhóm");
    return site.commit();
  }

  private void draft(MoodleSite site) {
    String entry = "?user=" + site.server().user();
    CommandLines.run(
            "init",
            "--from",
            site.url() + entry,
            "--site",
            SmallSite.ADDRESS,
            "--lang",
            "en",
            "--out",
            folder.toString())
        .done();
  }

  private CommandLines.Result validate() {
    return CommandLines.run(
        "validate", "--lang=en", "--config", folder.resolve("chuyencan.yaml").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlyAPersonKnowsIsListedAndTheRestIsThere(DatabaseServer server) throws IOException {
    Path runs = folder.resolve("registers/course_run.csv");
    try (MoodleSite site = site(server)) {
      draft(site);

      assertThat(Files.readString(folder.resolve("registers/README.md")))
          .contains("- `Lớp_2` – `Lớp hai`: fill in `closes_on`")
          .contains("- `KH-1` · `SV5`: proposed `Nhóm_1`; member of `Nhóm_1, Nhóm_2`")
          .contains("- `SV6`: `nguoi6 (Trần Bình), nguoi7 (Phạm Chi)`")
          .contains("- `KH-1` · `forum-40` – `Diễn đàn nhóm`: proposed `group`")
          .contains("- `course_id`: `Lớp 2` is written `Lớp_2`");
      assertThat(validate().refused(3).notes().lines())
          .satisfiesExactly(
              note -> assertThat(note).isEqualTo(UNOPENED),
              fault ->
                  assertThat(fault)
                      .startsWith("E3106 " + runs + ":3 [closes_on]: the value is missing."));

      Files.writeString(
          runs, Files.readString(runs).replace(",2026-09-07,,,,", ",2026-09-07,2026-11-01,,,"));

      validate().done();
      Registers registers = RegisterReader.read(folder.resolve("registers"));
      assertThat(registers.groupMembers())
          .containsExactly(new GroupMember("KH-1", "Nhóm_1", "SV5"));
      assertThat(registers.enrolments()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayThatAPersonTellsIsEnoughForANight(DatabaseServer server) throws IOException {
    try (MoodleSite site = site(server)) {
      CommandLines.write(
          folder,
          "registers/course_run.csv",
          """
          course_id,title,iri,opens_on,closes_on
          L2,Lớp hai,https://lms.example/course/view.php?id=3,2026-09-14,2026-11-01
          """);
      Path configuration =
          CommandLines.write(
              folder,
              "chuyencan.yaml",
              """
              institution: {id: hvsp, name: Học viện}
              warehouse: ./warehouse
              publish: ./published
              sources: [{id: lms-db, kind: moodle-db, site: "https://lms.example",
                url: "%s", user: "%s"}]
              """
                  .formatted(site.url(), site.server().user()));

      Registers registers =
          NightRegisters.read(ConfigurationLoader.load(configuration, System::getenv));

      assertThat(registers.courseRuns()).extracting("courseId").containsExactly("KH-1", "L2");
      assertThat(registers.courseRun("L2").orElseThrow().closesOn())
          .isEqualTo(LocalDate.of(2026, 11, 1));
      assertThat(registers.enrolments())
          .contains(new Enrolment("L2", "SV5", Role.LEARNER, LocalDate.of(2026, 9, 7), null));
    }
  }
}
