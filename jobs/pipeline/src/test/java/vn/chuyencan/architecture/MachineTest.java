package vn.chuyencan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * DESIGN 1 and 9: below {@code cli} nothing asks the machine for what differs from machine to
 * machine. Each rule reports every method that was planted for it and no other.
 */
class MachineTest {
  private static final Rooms PLANTED = Classes.planted("machine");
  private static final Pattern ORIGIN =
      Pattern.compile("planted\\.machine\\.[a-z]+\\.([A-Za-z]+)\\.([A-Za-z]+)\\(");

  @Test
  void onlyTheCommandLineReadsTheClock() {
    assertKept(
        Machine::onlyTheCommandLineReadsTheClock,
        "AsksForTheZone.calendar",
        "AsksForTheZone.clockOfZone",
        "ReadsTheClock.dateNow",
        "ReadsTheClock.dateNowInZone",
        "ReadsTheClock.instantNow",
        "ReadsTheClock.lambda",
        "ReadsTheClock.millis",
        "ReadsTheClock.nanos",
        "ReadsTheClock.oldDate",
        "ReadsTheClock.reference",
        "ReadsTheClock.systemClock",
        "ReadsTheClock.tickingClock",
        "ReadsTheClock.zonedNow");
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    assertKept(
        Machine::onlyTheCommandLinePrintsOrExits,
        "PrintsAndExits.environment",
        "PrintsAndExits.err",
        "PrintsAndExits.exit",
        "PrintsAndExits.halt",
        "PrintsAndExits.out",
        "PrintsAndExits.trace");
  }

  @Test
  void noDefaultZone() {
    assertKept(
        Machine::noDefaultZone,
        "AsksForTheZone.calendar",
        "AsksForTheZone.clockOfZone",
        "AsksForTheZone.oldZone",
        "AsksForTheZone.zone");
  }

  @Test
  void noDefaultLocale() {
    assertKept(
        Machine::noDefaultLocale,
        "AsksForTheLocale.dates",
        "AsksForTheLocale.decimals",
        "AsksForTheLocale.defaultLocale",
        "AsksForTheLocale.format",
        "AsksForTheLocale.formatted",
        "AsksForTheLocale.lower",
        "AsksForTheLocale.message",
        "AsksForTheLocale.messageFormat",
        "AsksForTheLocale.numbers",
        "AsksForTheLocale.print",
        "AsksForTheLocale.reference",
        "AsksForTheLocale.upper");
  }

  @Test
  void noDefaultCharset() {
    assertKept(
        Machine::noDefaultCharset,
        "AsksForTheCharset.bytes",
        "AsksForTheCharset.charset",
        "AsksForTheCharset.reader",
        "AsksForTheCharset.text");
  }

  private static void assertKept(Function<Rooms, ArchRule> rule, String... planted) {
    rule.apply(Rooms.MAIN).check(Classes.PRODUCT);
    List<String> lines = Classes.reported(rule.apply(PLANTED), PLANTED);
    Set<String> reported = new TreeSet<>();
    for (String line : lines) {
      Matcher matcher = ORIGIN.matcher(line);
      assertThat(matcher.find()).as(line).isTrue();
      reported.add(matcher.group(1) + "." + matcher.group(2));
    }
    assertThat(reported).containsExactlyInAnyOrder(planted);
  }
}
