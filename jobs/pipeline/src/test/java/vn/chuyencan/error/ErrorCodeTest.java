package vn.chuyencan.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9]+)}");

  private static Map<String, String> messages(Language language) {
    String file = "messages_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream stream = ErrorCode.class.getResourceAsStream(file)) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> messages = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
    return messages;
  }

  static Set<Integer> placeholders(ErrorCode code, Language language) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher matcher = ARGUMENT.matcher(messages(language).get(Integer.toString(code.number())));
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group(1)));
    }
    return numbers;
  }

  @Test
  void numbersAreUniqueAndAscend() {
    List<Integer> numbers = Arrays.stream(ErrorCode.values()).map(ErrorCode::number).toList();

    assertThat(numbers).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aNumberBeginsWithTheExitStatusOfItsKind(ErrorCode code) {
    assertThat(code.number()).isBetween(1000, 6999);
    assertThat(code.number() / 1000).isEqualTo(code.kind().exitStatus());
  }

  @Test
  void exitStatusesAreThoseOfTheDesign() {
    assertThat(Arrays.stream(ErrorKind.values()).map(kind -> kind.exitStatus() + " " + kind))
        .containsExactly(
            "1 INTERNAL", "2 USAGE", "3 INVALID", "4 GATE", "5 UNREACHABLE", "6 LOCKED");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theMessagesAreExactlyThoseOfTheCodes(Language language) {
    assertThat(messages(language).keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values())
                .map(code -> Integer.toString(code.number()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theMessagesAreNfcAndNotBlank(Language language) {
    assertThat(messages(language).values())
        .allSatisfy(
            text -> {
              assertThat(text).isNotBlank().isEqualTo(text.strip());
              assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(text).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void bothLanguagesTellTheSameThingsFromZeroUpwards(ErrorCode code) {
    Set<Integer> vietnamese = placeholders(code, Language.VI);

    assertThat(placeholders(code, Language.EN)).isEqualTo(vietnamese);
    assertThat(vietnamese)
        .containsExactlyElementsOf(IntStream.range(0, vietnamese.size()).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aMessageTellsEveryArgument(ErrorCode code) {
    for (Language language : Language.values()) {
      String[] arguments =
          IntStream.range(0, placeholders(code, language).size())
              .mapToObj(i -> "«" + i + " {x} 'y' 1234567»")
              .toArray(String[]::new);
      String message = Fault.of(code, arguments).message(language);

      assertThat(message).startsWith("E" + code.number() + ": ");
      for (String argument : arguments) {
        assertThat(message).contains(argument);
        message = message.replace(argument, "");
      }
      assertThat(message).doesNotContain("{", "}", "''");
      // An apostrophe alone would swallow what follows it.
      assertThat(
              new MessageFormat(messages(language).get("" + code.number()), Locale.ROOT)
                  .toPattern())
          .doesNotContain("'");
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void aMessageSaysFirstWhatIsWrongAndThenWhatToDo(ErrorCode code) {
    for (Language language : Language.values()) {
      String[] arguments =
          IntStream.range(0, placeholders(code, language).size())
              .mapToObj(i -> "Sentence " + i + ". And another")
              .toArray(String[]::new);
      Fault fault = Fault.of(code, arguments);

      assertThat(fault.what(language)).as("%s", code).isNotBlank().endsWith(".");
      assertThat(fault.whatToDo(language)).as("%s", code).isNotBlank();
      assertThat(fault.message(language))
          .isEqualTo("E%d: %s %s", code.number(), fault.what(language), fault.whatToDo(language));
    }
  }

  @Test
  void aPlaceInAFileIsTold() {
    assertThat(
            Fault.at(ErrorCode.REGISTER_DATES_REVERSED, "a.csv", 7, "closes_on", "x", "y")
                .message(Language.EN))
        .isEqualTo("E3110 a.csv:7 [closes_on]: x lies before y. Correct one of them.");
    assertThat(
            Fault.at(ErrorCode.REGISTER_DATES_REVERSED, "a.csv", 0, "", "x", "y")
                .message(Language.VI))
        .isEqualTo("E3110 a.csv: x trước y. Hãy sửa một trong hai.");
  }
}
