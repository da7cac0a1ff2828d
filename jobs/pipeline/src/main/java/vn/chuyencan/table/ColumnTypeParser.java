package vn.chuyencan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the types that the schemas write. */
final class ColumnTypeParser {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");

  private final String text;
  private int position;

  ColumnTypeParser(String text) {
    this.text = text;
  }

  ColumnType parse() {
    ColumnType type = type();
    if (position != text.length()) {
      throw unreadable();
    }
    return type;
  }

  private ColumnType type() {
    String word = token(WORD);
    return switch (word) {
      case "decimal" -> decimal();
      case "array" -> {
        expect('<');
        ColumnType element = type();
        expect('>');
        yield new ColumnType.ArrayOf(element);
      }
      case "map" -> {
        expect('<');
        if (!token(WORD).equals("string")) {
          throw unreadable();
        }
        expect(',');
        ColumnType value = type();
        expect('>');
        yield new ColumnType.MapOf(value);
      }
      case "struct" -> struct();
      case "boolean", "int", "long", "string", "uuid", "date", "timestamp" ->
          ColumnType.Scalar.valueOf(word.toUpperCase(Locale.ROOT));
      default -> throw unreadable();
    };
  }

  private ColumnType decimal() {
    expect('(');
    int precision = Integer.parseInt(token(NUMBER));
    expect(',');
    int scale = Integer.parseInt(token(NUMBER));
    expect(')');
    return new ColumnType.Decimal(precision, scale);
  }

  private ColumnType struct() {
    List<ColumnType.Member> members = new ArrayList<>();
    expect('<');
    do {
      String name = token(WORD);
      expect(':');
      members.add(new ColumnType.Member(name, type()));
    } while (taken(','));
    expect('>');
    return new ColumnType.StructOf(members);
  }

  private String token(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw unreadable();
    }
    position = matcher.end();
    return matcher.group();
  }

  private void expect(char expected) {
    if (!taken(expected)) {
      throw unreadable();
    }
  }

  private boolean taken(char expected) {
    if (position < text.length() && text.charAt(position) == expected) {
      position++;
      return true;
    }
    return false;
  }

  private IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "\"" + text + "\" is not a column type (see position " + position + ")");
  }
}
