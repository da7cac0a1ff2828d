package vn.chuyencan.job;

import java.util.Optional;
import vn.chuyencan.policy.YamlCursor;

/** Reads whether publications carry pages for people. */
final class SiteSettingsLoader {

  private SiteSettingsLoader() {}

  /** The settings; a section that is not there has the default ones. */
  static SiteSettings read(Optional<YamlCursor> section) {
    if (section.isEmpty()) {
      return SiteSettings.DEFAULT;
    }
    section.get().onlyKeys("publish");
    return new SiteSettings(section.get().optionalTruth("publish").orElse(true));
  }
}
