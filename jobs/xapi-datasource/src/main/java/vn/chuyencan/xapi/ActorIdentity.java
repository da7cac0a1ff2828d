package vn.chuyencan.xapi;

import java.io.Serializable;
import java.text.Normalizer;

/**
 * Who an actor is (xAPI 1.0.3 Data 2.4.2): personal data. Home page and identifier are in NFC, as
 * registers are: one name typed on two systems is one person's (X-ID-3).
 *
 * @param kind {@code account}, {@code mbox}, {@code mbox_sha1sum}, {@code openid}, or {@code group}
 *     for a group without an identifier
 * @param homePage home page of an account, else null
 * @param identifier account name, {@code mailto:} IRI, hash in lower case, openid, or the
 *     statement's id for a group without an identifier
 * @param name display name, or null
 */
public record ActorIdentity(String kind, String homePage, String identifier, String name)
    implements Serializable {

  public ActorIdentity {
    homePage = composed(homePage);
    identifier = composed(identifier);
  }

  private static String composed(String text) {
    return text == null || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The text whose HMAC is the actor key. */
  public String canonical() {
    return homePage == null ? kind + "|" + identifier : kind + "|" + homePage + "|" + identifier;
  }
}
