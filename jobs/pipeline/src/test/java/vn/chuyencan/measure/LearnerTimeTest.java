package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.chuyencan.model.Burst;
import vn.chuyencan.model.Dossier;
import vn.chuyencan.model.Estimator;
import vn.chuyencan.model.Interval;

/** The account that a learner sees adds up to what was measured, to the microsecond. */
class LearnerTimeTest {
  private static final long MINUTE = 60_000_000L;

  @Provide
  Arbitrary<List<Burst>> bursts() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 600 * MINUTE),
            Arbitraries.longs().between(0, 40 * MINUTE),
            Arbitraries.longs().between(1, 9))
        .as((start, length, events) -> new Burst(start, start + length, events))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Interval>> intervals() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 700 * MINUTE),
            Arbitraries.longs().between(0, 500 * MINUTE))
        .as((start, length) -> new Interval(start, start + length))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Estimator> estimators() {
    return Arbitraries.of(Estimator.presets());
  }

  @Property
  void addsUpToTheMeasure(
      @ForAll("bursts") List<Burst> bursts,
      @ForAll("intervals") List<Interval> declared,
      @ForAll("estimators") Estimator estimator) {
    List<Burst> sessions = TimeOnTask.sessions(bursts, estimator);
    Dossier.Time account = account(bursts, declared, estimator);
    assertThat(account.micros())
        .isEqualTo(TimeOnTask.micros(TimeOnTask.counted(sessions, declared, estimator)));
    assertThat(account.sessions()).hasSameSizeAs(TimeOnTask.accesses(bursts, estimator));
    assertThat(account.records()).isEqualTo(bursts.stream().mapToLong(Burst::events).sum());
  }

  private static Dossier.Time account(
      List<Burst> bursts, List<Interval> declared, Estimator estimator) {
    return LearnerTime.account(
        bursts, declared, estimator, micros -> 1, micros -> Optional.empty(), 0);
  }

  @Example
  void whatIsDeclaredBetweenTwoSessionsStandsBesideThem() {
    Dossier.Time account =
        account(
            List.of(new Burst(0, 10 * MINUTE, 2), new Burst(60 * MINUTE, 70 * MINUTE, 2)),
            List.of(new Interval(5 * MINUTE, 65 * MINUTE)),
            Estimator.STANDARD);
    assertThat(account.sessions()).extracting(Dossier.Access::micros).containsOnly(10 * MINUTE);
    assertThat(account.declared())
        .containsExactly(new Dossier.Stretch(10 * MINUTE, 60 * MINUTE, 1));
    assertThat(account.micros()).isEqualTo(70 * MINUTE);
  }

  /** FC-X.1: how time is estimated takes nobody an access. */
  @Example
  void aSilenceThatIsTimeMayLieBetweenTwoAccesses() {
    Estimator useStats = Estimator.named("use_stats").orElseThrow();
    Dossier.Time account =
        account(
            List.of(new Burst(0, 10 * MINUTE, 2), new Burst(55 * MINUTE, 70 * MINUTE, 2)),
            List.of(),
            useStats);
    assertThat(account.sessions())
        .extracting(Dossier.Access::micros)
        .containsExactly(55 * MINUTE, 30 * MINUTE);
    assertThat(account.declared()).isEmpty();
  }

  @Example
  void aSessionThatIsDroppedIsShownAndCountsNothing() {
    Estimator dedication =
        Estimator.presets().stream().filter(one -> one.id().equals("dedication")).findFirst().get();
    Dossier.Time account = account(List.of(new Burst(0, MINUTE, 3)), List.of(), dedication);
    assertThat(account.sessions()).extracting(Dossier.Access::micros).containsExactly(0L);
    assertThat(account.micros()).isZero();
  }
}
