package vn.chuyencan.comply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chuyencan.testing.Repository;

/** Every row of sections 4 to 8 of the requirements is a rule, a check of a form, or said where. */
class RequirementsTest {
  private static final Pattern ROW = Pattern.compile("^\\| ((?:Q3784|C09|C28|C30|C08)-[^|]*?) \\|");
  private static final Pattern ID = Pattern.compile("^([A-Z0-9]+)-(.*)$");

  /** Rows that have no id of their own among rules, and what stands for each. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "Q3784-V.VII.2", "Q3784-V.VII.1",
          "C28-2.3", "C28-2.2",
          "C28-2.4", "C28-2.2",
          "C28-5.1", "C28-2.5",
          "C28-4.4", "C28-4.3",
          "C08-11.3", "C08-11.2",
          "C28-PL-R6", "C28-PL-R4",
          "C28-PL-R9", "C28-PL-R3");

  private static Path requirements() {
    String told = System.getenv("CHUYENCAN_SHARED");
    Path shared = told == null ? Repository.root().resolveSibling("shared") : Path.of(told);
    return shared.resolve("regulations/REQUIREMENTS.md");
  }

  @Test
  void everyRowIsARuleOrSaidWhy() throws IOException {
    Path file = requirements();
    assumeTrue(
        Files.isRegularFile(file),
        () -> "SKIPPED: " + file + " is not there; CHUYENCAN_SHARED may name the folder");
    TreeSet<String> known = new TreeSet<>();
    Regulations.all()
        .forEach(regulation -> regulation.rules().forEach(rule -> known.add(rule.id())));
    String words = questions();
    Forms.all().forEach(form -> form.checks().forEach(check -> known.add(check.id())));
    List<String> asked = new ArrayList<>();
    char section = '0';
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("## ")) {
        section = line.charAt(3);
      }
      Matcher row = ROW.matcher(line);
      if (section >= '4' && section <= '8' && row.find()) {
        asked.addAll(ids(row.group(1)));
      }
    }
    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(
            asked.stream()
                .map(id -> ELSEWHERE.getOrDefault(id, id))
                .filter(id -> !isKnown(id, known) && !words.contains("'" + id + "'")))
        .as("rows of the requirements that no rule answers")
        .isEmpty();
  }

  /** What rules ask: steps and documents are rows of one rule and stand in its question. */
  private static String questions() {
    StringBuilder words = new StringBuilder();
    for (Regulation regulation : Regulations.all()) {
      regulation.views().forEach(view -> words.append(view.sql()));
      regulation.rules().stream()
          .filter(Regulation.Rule::computable)
          .forEach(rule -> words.append(rule.sql()));
    }
    return words.toString();
  }

  /** A row may be divided among rules whose ids go on after its own. */
  private static boolean isKnown(String id, NavigableSet<String> known) {
    return known.tailSet(id).stream()
        .takeWhile(rule -> rule.startsWith(id))
        .anyMatch(
            rule ->
                rule.length() == id.length()
                    || !(Character.isDigit(rule.charAt(id.length()))
                        && Character.isDigit(id.charAt(id.length() - 1))));
  }

  /** What a cell names: «C28-14.1a/b», «C09-15.5 / 16.1», «Q3784-I.B1–B5». */
  static List<String> ids(String cell) {
    Matcher first = ID.matcher(cell.replace("●", "").strip());
    if (!first.matches()) {
      throw new IllegalArgumentException(cell);
    }
    List<String> ids = new ArrayList<>();
    String last = "";
    for (String part : first.group(2).split(" */ *|, *", -1)) {
      String[] ends = part.split("–", -1);
      String from = completed(last, ends[0]);
      ids.add(first.group(1) + "-" + from);
      last = from;
      if (ends.length == 2) {
        for (String next = next(from); ; next = next(next)) {
          ids.add(first.group(1) + "-" + next);
          if (next.equals(completed(from, ends[1]))) {
            break;
          }
          assertThat(ids).as("a range without end: " + cell).hasSizeLessThan(30);
        }
      }
    }
    return ids;
  }

  /** A short form has the end of its kind: «b» after «14.1a», «V.3b» after «III.3», «16.1». */
  private static String completed(String before, String part) {
    if ((part.contains(".") && !part.matches("[A-Z]\\.\\d.*")) || before.isEmpty()) {
      return part;
    }
    int end = before.length();
    if (part.matches("[a-zđ]")) {
      return before.substring(0, end - 1) + part;
    }
    if (part.matches("[A-Z]\\.\\d.*")) {
      return part;
    }
    int dot = before.lastIndexOf('.');
    return (dot < 0 ? "" : before.substring(0, dot + 1)) + part;
  }

  private static String next(String id) {
    Matcher number = Pattern.compile("^(.*?)(\\d+)$").matcher(id);
    if (number.matches()) {
      return number.group(1) + (Integer.parseInt(number.group(2)) + 1);
    }
    int end = id.length() - 1;
    return id.substring(0, end) + (char) (id.charAt(end) + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "Q3784-V.III.1a ●,Q3784-V.III.1a",
    "C28-14.1a/b,C28-14.1a C28-14.1b",
    "C09-15.5 / 16.1,C09-15.5 C09-16.1",
    "Q3784-V.III.3 / V.V.3b,Q3784-V.III.3 Q3784-V.V.3b",
    "Q3784-I.B1–B3,Q3784-I.B1 Q3784-I.B2 Q3784-I.B3",
    "C28-13.2a–d,C28-13.2a C28-13.2b C28-13.2c C28-13.2d",
    "C28-6.1–6.4,C28-6.1 C28-6.2 C28-6.3 C28-6.4",
    "C08-11.2–3,C08-11.2 C08-11.3"
  })
  void aCellMayNameSeveral(String cell, String ids) {
    assertThat(ids(cell)).containsExactly(ids.split(" ", -1));
  }

  @Test
  void whatStandsForAnotherIsThere() {
    Stream<String> rules =
        Stream.concat(
            Regulations.all().stream().flatMap(one -> one.rules().stream()).map(rule -> rule.id()),
            Forms.all().stream().flatMap(form -> form.checks().stream()).map(check -> check.id()));
    assertThat(rules.toList()).containsAll(ELSEWHERE.values());
  }
}
