package vn.chuyencan.source.export;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a configuration says of a folder of downloads; what is null is found by content.
 *
 * @param site address of the Moodle site without a slash at its end; names accounts and activities
 * @param course course run of the institution to which the files belong, or null
 * @param courseNumber Moodle's number of that course, or null: found in the descriptions
 * @param zone zone of the person who made the downloads; no file names it
 * @param locale language of the files, such as {@code vi}, or null
 * @param encoding name of the character set, such as {@code windows-1258}, or null
 * @param dateFormat {@code dmy}, {@code mdy}, {@code ymd} or a pattern such as {@code d/M/yy
 *     HH:mm}, or null
 * @param decimalMark {@code .} or {@code ,}, or null
 * @param year year of times that name none, or null: such rows are refused
 */
public record ExportSettings(
    String site,
    String course,
    Long courseNumber,
    ZoneId zone,
    String locale,
    String encoding,
    String dateFormat,
    Character decimalMark,
    Integer year)
    implements Serializable {

  public ExportSettings {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(zone, "zone");
    while (site.endsWith("/")) {
      site = site.substring(0, site.length() - 1);
    }
  }

  /** Everything is found by content. */
  public static ExportSettings of(String site, ZoneId zone) {
    return new ExportSettings(site, null, null, zone, null, null, null, null, null);
  }

  /** The same with this course run. */
  public ExportSettings withCourse(String id, Long number) {
    return new ExportSettings(
        site, id, number, zone, locale, encoding, dateFormat, decimalMark, year);
  }

  /** The same with this language. */
  public ExportSettings withLocale(String code) {
    return new ExportSettings(
        site, course, courseNumber, zone, code, encoding, dateFormat, decimalMark, year);
  }

  /** The same with this form of dates. */
  public ExportSettings withDateFormat(String format) {
    return new ExportSettings(
        site, course, courseNumber, zone, locale, encoding, format, decimalMark, year);
  }

  /** The same with this year for times without one. */
  public ExportSettings withYear(int number) {
    return new ExportSettings(
        site, course, courseNumber, zone, locale, encoding, dateFormat, decimalMark, number);
  }

  /** The same with this decimal mark. */
  public ExportSettings withDecimalMark(char mark) {
    return new ExportSettings(
        site, course, courseNumber, zone, locale, encoding, dateFormat, mark, year);
  }

  /** The same with this character set. */
  public ExportSettings withEncoding(String charset) {
    return new ExportSettings(
        site, course, courseNumber, zone, locale, charset, dateFormat, decimalMark, year);
  }

  /** Whether downloads in that language are known. */
  public static boolean knowsLocale(String code) {
    return Languages.knows(code);
  }

  /** Whether a form of dates can be understood. */
  public static boolean understandsDates(String format) {
    return DateReader.understands(format);
  }

  /** The configured character set, or null. */
  Charset charset() {
    return encoding == null ? null : Charset.forName(encoding);
  }
}
