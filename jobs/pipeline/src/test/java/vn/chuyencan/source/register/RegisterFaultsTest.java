package vn.chuyencan.source.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;

/**
 * Each folder of {@code invalid} replaces files of the valid set and says, in both languages, every
 * fault that is then there.
 */
class RegisterFaultsTest {
  @TempDir private Path directory;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Fixtures.path("invalid"))) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsEveryFaultAtOnceInBothLanguages(Path folder) throws IOException {
    Fixtures.copy(Fixtures.path("valid"), directory);
    Fixtures.copy(folder, directory);
    List<Fault> faults = RegisterReader.check(directory);
    assertThat(said(faults, Language.EN)).isEqualTo(expected(folder, Language.EN));
    assertThat(said(faults, Language.VI)).isEqualTo(expected(folder, Language.VI));
    assertThatThrownBy(() -> RegisterReader.read(directory))
        .isInstanceOfSatisfying(
            PipelineException.class,
            refusal -> {
              assertThat(refusal.faults()).isEqualTo(faults);
              assertThat(refusal.exitStatus()).isEqualTo(3);
            });
  }

  /** Else it would count as a register that is not there, and a night would do without it. */
  @Test
  void whatStandsInThePlaceOfARegisterMustBeAFile() throws IOException {
    Fixtures.copy(Fixtures.path("valid"), directory);
    Path file = directory.resolve("enrolment.csv");
    Path whole = directory.resolveSibling("whole.csv");
    Files.move(file, whole);
    Files.createDirectory(directory.resolve("older"));
    Files.createDirectory(file);
    assertThat(RegisterReader.check(directory))
        .extracting(Fault::code)
        .contains(ErrorCode.REGISTER_NO_FILE);
    Files.delete(file);
    for (Path target : List.of(directory.resolve("gone"), file)) {
      Files.createSymbolicLink(file, target);
      assertThat(RegisterReader.check(directory))
          .extracting(fault -> fault.message(Language.EN))
          .anyMatch(one -> one.startsWith("E3124 " + file));
      Files.delete(file);
    }
    Files.createSymbolicLink(file, whole);
    assertThat(RegisterReader.check(directory)).isEmpty();
    Files.delete(whole);
  }

  @Test
  void theFoldersCoverEveryFaultOfARegister() throws IOException {
    Set<ErrorCode> covered = EnumSet.of(ErrorCode.REGISTER_NOT_UTF8, ErrorCode.REGISTER_NO_FILE);
    for (Path folder : cases().toList()) {
      String text = expected(folder, Language.EN);
      Arrays.stream(ErrorCode.values())
          .filter(code -> text.contains("E" + code.number() + " "))
          .forEach(covered::add);
    }
    assertThat(covered)
        .containsAll(
            Arrays.stream(ErrorCode.values())
                .filter(code -> code.number() / 100 == 31)
                .collect(Collectors.toSet()));
  }

  @Test
  void aFileInAnotherEncodingIsRefusedWithThePlaceOfTheFirstByte() throws IOException {
    Fixtures.copy(Fixtures.path("valid"), directory);
    Path learner = directory.resolve("learner.csv");
    Files.write(
        learner, "learner_id,full_name\nHV001,Andr\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(RegisterReader.check(directory))
        .containsExactly(Fault.at(ErrorCode.REGISTER_NOT_UTF8, learner.toString(), 0, "", "31"));
    assertThat(RegisterReader.check(directory).get(0).message(Language.EN))
        .endsWith(
            "learner.csv: the file is not UTF-8 (byte 31). Save it as UTF-8, in Excel as"
                + " \"CSV UTF-8\".");
  }

  @Test
  void utf16IsNotTakenForText() throws IOException {
    Files.write(
        directory.resolve("learner.csv"),
        "learner_id,full_name\n".getBytes(Charset.forName("UTF-16")));
    assertThat(RegisterReader.check(directory))
        .extracting(Fault::code)
        .containsExactly(ErrorCode.REGISTER_NOT_UTF8);
  }

  @Test
  void aTruncatedCharacterAtTheEndIsNotUtf8() throws IOException {
    Files.write(directory.resolve("learner.csv"), new byte[] {'l', (byte) 0xe1, (byte) 0xba});
    assertThat(RegisterReader.check(directory))
        .containsExactly(
            Fault.at(
                ErrorCode.REGISTER_NOT_UTF8,
                directory.resolve("learner.csv").toString(),
                0,
                "",
                "1"));
  }

  @Test
  void aFileWithoutAnyByteIsEmpty() throws IOException {
    Files.write(directory.resolve("group_member.csv"), new byte[0]);
    assertThat(RegisterReader.check(directory))
        .containsExactly(
            Fault.at(
                ErrorCode.REGISTER_EMPTY,
                directory.resolve("group_member.csv").toString(),
                0,
                "",
                "course_id,group_id,learner_id"));
  }

  private String said(List<Fault> faults, Language language) {
    return faults.stream()
        .map(fault -> fault.message(language).replace(directory + "/", "") + "\n")
        .collect(Collectors.joining());
  }

  private static String expected(Path folder, Language language) throws IOException {
    return Files.readString(folder.resolve("expected_" + language.code() + ".txt"));
  }
}
