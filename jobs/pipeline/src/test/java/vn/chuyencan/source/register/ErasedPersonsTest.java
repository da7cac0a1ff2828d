package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.model.InstitutionRegister;
import vn.chuyencan.model.Tombstones;

/** Registers of the institution do not bring back who was erased. */
class ErasedPersonsTest {
  private static final Tombstones NOBODY =
      Tombstones.of("k".getBytes(StandardCharsets.UTF_8), Set.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ADMISSION,student_id",
    "STUDENT_STATUS,student_id",
    "GRADUATION,student_id",
    "IDENTITY_CHECK,student_id",
    "REVIEW_RECORD,subject_id",
    "TRAINING_RECORD,person_id",
    "PERSON_NUMBER,person_id",
    "STAFF,staff_id",
    "STAFF_CONTRACT,staff_id",
    "TEACHING_ASSIGNMENT,staff_id"
  })
  void theSchemaTellsWhichColumnsNamePersons(InstitutionRegister register, String column) {
    assertThat(ErasedPersons.persons(register)).contains(column);
  }

  @Test
  void idsOfOtherThingsNameNobody() {
    assertThat(ErasedPersons.persons(InstitutionRegister.PROGRAM_VERSION)).isEmpty();
    assertThat(ErasedPersons.persons(InstitutionRegister.STUDENT_STATUS))
        .containsExactly("student_id");
    assertThat(ErasedPersons.persons(InstitutionRegister.STAFF)).containsExactly("staff_id");
  }

  @Test
  void rowsThatNameThemAreLeftOutAndNoOthers() throws IOException {
    Tombstones erased =
        NOBODY.and(
            List.of(
                NOBODY.hash(Tombstones.Kind.LEARNER, "HV1"),
                NOBODY.hash(Tombstones.Kind.IDENTIFIER, "an@mail.vn")));
    Files.writeString(
        folder.resolve("review_record.csv"),
        """
        review_id,kind,subject_id,held_on,file
        HV1,other,,2026-09-01,a
        B2,progress_report,HV1,2026-09-02,b
        B3,progress_report,HV10,2026-09-03,HV1
        B4,other,,2026-09-04,AN@mail.vn
        """);
    assertThat(RegisterReader.institution(folder, erased).get(InstitutionRegister.REVIEW_RECORD))
        .extracting(row -> row.get("review_id"))
        .containsExactly("HV1", "B3");
    assertThat(RegisterReader.institution(folder, NOBODY).get(InstitutionRegister.REVIEW_RECORD))
        .hasSize(4);
  }
}
