package vn.chuyencan.model;

import java.util.Locale;
import java.util.Objects;

/**
 * One identifier by which statements name a person (register {@code identity}).
 *
 * @param learnerId whom it names
 * @param kind which of the four kinds
 * @param homePage the home page of an account; null for the other kinds
 * @param identifier account name, {@code mailto:} IRI, SHA-1 in lower case, or OpenID URI
 */
public record Identity(String learnerId, IdentityKind kind, String homePage, String identifier)
    implements RegisterRow {
  private static final String MAILTO = "mailto:";

  public Identity {
    learnerId = Text.required(learnerId, "learnerId");
    Objects.requireNonNull(kind, "kind");
    homePage = Text.optional(homePage);
    identifier = Text.required(identifier, "identifier");
    if ((kind == IdentityKind.ACCOUNT) != (homePage != null)) {
      throw new IllegalArgumentException("an account, and nothing else, has a home page");
    }
    identifier =
        switch (kind) {
          case MBOX -> identifier.startsWith(MAILTO) ? identifier : MAILTO + identifier;
          case MBOX_SHA1SUM -> identifier.toLowerCase(Locale.ROOT);
          case ACCOUNT, OPENID -> identifier;
        };
  }

  /** The identifier in the form from which an actor's key is made. */
  public String canonical() {
    return switch (kind) {
      case ACCOUNT -> "account|" + homePage + "|" + identifier;
      case MBOX, MBOX_SHA1SUM, OPENID -> kind.code() + "|" + identifier;
    };
  }
}
