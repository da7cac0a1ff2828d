package vn.chuyencan.benchmarks.sample;

import java.util.Locale;

/**
 * One invented person.
 *
 * @param id identifier in the registers
 * @param name full name, composed
 * @param account name of the account on the learning platform
 * @param videoIdentity how the video player names the person
 */
record Person(String id, String name, String account, VideoIdentity videoIdentity) {

  /** The four ways to name an actor, one of which the video player uses for each person. */
  enum VideoIdentity {
    ACCOUNT,
    MBOX,
    MBOX_SHA1SUM,
    OPENID
  }

  /** The mail address as an IRI. */
  String mailbox() {
    return "mailto:" + local() + "@hvsp.example";
  }

  /** The address of the person at the identity provider. */
  String openid() {
    return "https://id.hvsp.example/" + local();
  }

  private String local() {
    return id.toLowerCase(Locale.ROOT);
  }
}
