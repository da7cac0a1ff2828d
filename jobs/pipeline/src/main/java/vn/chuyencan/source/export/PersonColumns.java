package vn.chuyencan.source.export;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a report names its people, in any language; -1 where it does not.
 *
 * @param firstName given name
 * @param lastName family name
 * @param email mail address
 * @param idNumber the institution's number
 */
record PersonColumns(int firstName, int lastName, int email, int idNumber) {
  private static final Set<String> ID_NUMBERS =
      Set.of("id number", "mã số id", "mã số", "numéro d'identification", "id-nummer");

  static PersonColumns of(List<String> header) {
    return new PersonColumns(
        place(header, "firstname"),
        place(header, "lastname"),
        place(header, "email"),
        idNumber(header));
  }

  private static int place(List<String> header, String part) {
    Set<String> words = new TreeSet<>();
    Languages.ALL.forEach(locale -> words.add(Phrases.key(locale.person().get(part))));
    if (part.equals("lastname")) {
      words.addAll(Set.of("surname", "last name"));
    } else if (part.equals("email")) {
      words.addAll(Set.of("email", "e-mail", "địa chỉ thư điện tử", "email address"));
    }
    for (int place = 0; place < header.size(); place++) {
      if (words.contains(Phrases.key(header.get(place)))) {
        return place;
      }
    }
    return -1;
  }

  private static int idNumber(List<String> header) {
    for (int place = 0; place < header.size(); place++) {
      if (ID_NUMBERS.contains(Phrases.key(header.get(place)))) {
        return place;
      }
    }
    return -1;
  }

  /** The person of a row. */
  ReportPerson person(List<String> cells) {
    return new ReportPerson(
        cell(cells, firstName), cell(cells, lastName), cell(cells, email), cell(cells, idNumber));
  }

  private static String cell(List<String> cells, int place) {
    return place < 0 || place >= cells.size() ? null : Phrases.optional(cells.get(place));
  }
}
