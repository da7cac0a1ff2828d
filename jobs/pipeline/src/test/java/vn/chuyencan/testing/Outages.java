package vn.chuyencan.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import vn.chuyencan.model.Correction;
import vn.chuyencan.model.CorrectionKind;

/** Hours in which the platform was down, as the register of corrections tells of them. */
public final class Outages {
  private Outages() {}

  /** Two hours from an instant on, told on its day. */
  public static Correction from(Instant from) {
    return new Correction(
        "DC-1",
        CorrectionKind.OUTAGE,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        from,
        from.plus(2, ChronoUnit.HOURS),
        null,
        "QTV",
        LocalDate.ofInstant(from, ZoneOffset.UTC),
        "Mất điện");
  }
}
