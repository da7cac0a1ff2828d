package vn.chuyencan.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.OfficePublication;
import vn.chuyencan.report.PublicationSupplement;
import vn.chuyencan.report.site.Audience;
import vn.chuyencan.work.SideBySide;

/**
 * What a night publishes for the office, where the configuration names a folder for it. It is made
 * beside the analysts' pages, of the same tables, and put in place after theirs: what the office
 * cannot get keeps nothing from analysts.
 */
final class OfficeOfNight implements AutoCloseable {
  private final Night night;
  private final Supplier<Map<String, List<Object[]>>> complete;
  private final OfficePublication office;
  private final SideBySide beside = new SideBySide(1, "office");
  private Future<OfficePublication.Prepared> prepared;

  /**
   * @param complete rows of tables of which analysts get a part; asked when their tables are there
   */
  OfficeOfNight(Night night, Supplier<Map<String, List<Object[]>>> complete) {
    this.night = night;
    this.complete = complete;
    String folder = night.configuration().office();
    this.office = folder == null ? null : new OfficePublication(Path.of(folder), names(night));
  }

  private static Map<String, String> names(Night night) {
    Map<String, String> names = new TreeMap<>();
    night.registers().learners().forEach(one -> names.put(one.learnerId(), one.fullName()));
    return names;
  }

  /** The analysts' pages, with what the office gets of the same tables. */
  PublicationSupplement beside(PublicationSupplement pages) {
    return office == null
        ? pages
        : (header, tables, folder, latest) -> {
          PublicationSupplement own = SiteOfNight.of(night, Audience.OFFICE);
          office.complete(complete.get());
          prepared = beside.submit(() -> office.prepare(header, tables, folder, own));
          Optional<Manifest.Site> site = pages.write(header, tables, folder, latest);
          // The folder gets another name now, from which tables are read.
          SideBySide.await(prepared);
          return site;
        };
  }

  /** Publishes it, when the analysts' publication is in place. */
  void publish(Manifest manifest, Progress progress) {
    if (office != null) {
      progress.part("publish for the office");
      office.publish(Path.of(night.configuration().publish()), manifest, prepared);
    }
  }

  @Override
  public void close() {
    beside.close();
  }
}
