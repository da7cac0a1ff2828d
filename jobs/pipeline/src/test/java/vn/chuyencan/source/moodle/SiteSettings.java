package vn.chuyencan.source.moodle;

import java.time.ZoneId;
import vn.chuyencan.model.Registers;
import vn.chuyencan.testing.MoodleSite;
import vn.chuyencan.testing.SmallSite;

/** How a source reads a test's site. */
final class SiteSettings {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private SiteSettings() {}

  static MoodleSettings of(MoodleSite site) {
    return of(site, site.server().user(), site.server().password());
  }

  static MoodleSettings of(MoodleSite site, String user, String password) {
    return new MoodleSettings(
        "lms",
        site.url(),
        user,
        password,
        site.prefix(),
        SmallSite.ADDRESS,
        MoodleSettings.USUAL_OVERLAP,
        DatabasePatience.USUAL);
  }

  static Registers registers(MoodleSite site) {
    return MoodleRegisters.read(of(site.commit()), ZONE);
  }
}
