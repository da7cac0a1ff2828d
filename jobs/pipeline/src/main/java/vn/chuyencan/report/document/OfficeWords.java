package vn.chuyencan.report.document;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chuyencan.error.Language;

/** The fixed words of administrative documents (X-ND30) in one language. */
public final class OfficeWords {
  /** A number that an office gives: digits, and a letter for what was numbered afterwards. */
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})([A-Za-z]?)");

  private static final DateTimeFormatter ENGLISH_MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  private final Language language;
  private final ResourceBundle bundle;

  /** The words of that language. */
  public OfficeWords(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "vn.chuyencan.report.office",
            Locale.forLanguageTag(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, String... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  /** Whether an office could give a document this number. */
  public static boolean isNumber(String number) {
    return NUMBER.matcher(number).matches();
  }

  /**
   * The line of the number: a number below ten gets a zero in front, one that is not given room to
   * be written in by hand.
   *
   * @param number as given, or null
   * @param type abbreviation of the document's type, such as {@code BC}
   * @param abbreviation of the institution
   */
  String number(String number, String type, String abbreviation) {
    String shown = "       ";
    if (number != null) {
      Matcher parts = NUMBER.matcher(number);
      if (!parts.matches()) {
        throw new IllegalArgumentException(number);
      }
      int digits = Integer.parseInt(parts.group(1));
      shown = (digits < 10 ? "0" : "") + digits + parts.group(2);
    }
    return text("number", shown, type, abbreviation);
  }

  /**
   * The line of place and date: a day below ten and the months January and February get a zero in
   * front; what is not given is left open.
   */
  String placeAndDate(String place, LocalDate date) {
    String where = place == null ? "……………" : place;
    if (date == null) {
      return text("date.open", where);
    }
    int month = date.getMonthValue();
    String shown =
        switch (language) {
          case VI -> (month <= 2 ? "0" : "") + month;
          case EN -> ENGLISH_MONTH.format(date);
        };
    String day = (date.getDayOfMonth() < 10 ? "0" : "") + date.getDayOfMonth();
    return text("date", where, day, shown, Integer.toString(date.getYear()));
  }
}
