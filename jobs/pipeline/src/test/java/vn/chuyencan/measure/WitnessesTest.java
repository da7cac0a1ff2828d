package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.TraceForm;

class WitnessesTest {
  private static final int MONDAY = 20_700;
  private static final int TUESDAY = 20_701;

  private final Witnesses witnesses =
      new Witnesses(
          Map.of(
              "db", new Witnesses.Witness("https://lms.example", TraceForm.DATABASE),
              "files", new Witnesses.Witness("https://lms.example", TraceForm.STATEMENTS),
              "lrs", new Witnesses.Witness("https://lms.example", TraceForm.STATEMENTS),
              "other", new Witnesses.Witness("https://other.example", TraceForm.STATEMENTS)));

  @Test
  void theMostTrustworthySpeaksForItsDays() {
    witnesses.sawSomething("db", MONDAY);
    witnesses.sawSomething("files", MONDAY);
    witnesses.sawSomething("files", TUESDAY);

    assertThat(witnesses.speaks("db", MONDAY)).isTrue();
    assertThat(witnesses.speaks("files", MONDAY)).isFalse();
    assertThat(witnesses.speaks("lrs", MONDAY)).isFalse();
    // The log of the database was thinned out: statements are all that is left.
    assertThat(witnesses.speaks("files", TUESDAY)).isTrue();
  }

  @Test
  void ofOneFormAllSpeakAndSoDoOtherSitesAndStrangers() {
    witnesses.sawSomething("files", MONDAY);
    witnesses.sawSomething("lrs", MONDAY);
    witnesses.sawSomething("db", TUESDAY);

    assertThat(witnesses.speaks("files", MONDAY)).isTrue();
    assertThat(witnesses.speaks("lrs", MONDAY)).isTrue();
    assertThat(witnesses.speaks("other", TUESDAY)).isTrue();
    assertThat(witnesses.speaks("nobody-knows", TUESDAY)).isTrue();
  }

  @Test
  void measuresDependOnDaysThatHaveCome() {
    String before = witnesses.upTo(MONDAY);
    witnesses.sawSomething("db", TUESDAY);
    String withTuesday = witnesses.upTo(TUESDAY);

    // A form that has nothing of these days yet may be named; no day may count that has not come.
    witnesses.sawSomething("db", TUESDAY + 1);
    assertThat(witnesses.upTo(TUESDAY)).isEqualTo(withTuesday);
    witnesses.sawSomething("db", MONDAY);
    assertThat(witnesses.upTo(TUESDAY)).isNotEqualTo(withTuesday);
    assertThat(witnesses.upTo(MONDAY)).isNotEqualTo(before);
  }

  @Test
  void withOneFormASiteNothingDependsOnIt() {
    Witnesses alone =
        new Witnesses(
            Map.of(
                "db", new Witnesses.Witness("https://a.example", TraceForm.DATABASE),
                "files", new Witnesses.Witness("https://b.example", TraceForm.STATEMENTS)));
    alone.sawSomething("db", MONDAY);

    assertThat(alone.hasSameActs()).isFalse();
    assertThat(alone.upTo(MONDAY)).isEmpty();
    assertThat(witnesses.hasSameActs()).isTrue();
  }
}
