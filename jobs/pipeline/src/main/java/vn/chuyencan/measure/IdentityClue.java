package vn.chuyencan.measure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import vn.chuyencan.model.FoldedText;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.MailHash;

/**
 * One reason to think that an identifier could be a learner's: an actor and a learner that give the
 * same clue are a pair to be looked at, never one to be joined.
 *
 * @param rule why
 * @param text what both say, folded
 */
record IdentityClue(Rule rule, String text) {
  private static final String MAILTO = "mailto:";

  /** The reasons, the most telling first. */
  enum Rule {
    /** The same mail address but for case. */
    ADDRESS_CASE,
    /** The hash of the addresses of several learners. */
    HASH_OF_SEVERAL,
    /** The account's name is the learner's mail address, or the address is an account's name. */
    ACCOUNT_IS_ADDRESS,
    /** The account's name is the learner's id. */
    ACCOUNT_IS_LEARNER_ID,
    /** An account of that name at another home page, or in another spelling. */
    ACCOUNT_NAME,
    /** The OpenID ends with the learner's id or with the name of an account. */
    OPENID_ENDING,
    /** What stands before the @ is the same, or is an account's name or the learner's id. */
    LOCAL_PART,
    /** The same full name, composed and but for case. */
    SAME_NAME;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What an actor of the lake gives.
   *
   * @param name display name; may be null
   */
  static Set<IdentityClue> ofActor(IdentityKind kind, String identifier, String name) {
    Set<IdentityClue> clues = new HashSet<>();
    String folded = FoldedText.of(identifier);
    switch (kind) {
      case ACCOUNT -> {
        add(clues, Rule.ACCOUNT_NAME, folded);
        add(clues, Rule.ACCOUNT_IS_LEARNER_ID, folded);
        add(clues, Rule.ACCOUNT_IS_ADDRESS, "account " + folded);
        addLocalPart(clues, folded);
      }
      case MBOX -> {
        String address = bare(folded);
        add(clues, Rule.ADDRESS_CASE, address);
        add(clues, Rule.ACCOUNT_IS_ADDRESS, "address " + address);
        add(clues, Rule.ACCOUNT_IS_LEARNER_ID, address);
        addLocalPart(clues, address);
      }
      case MBOX_SHA1SUM -> add(clues, Rule.HASH_OF_SEVERAL, folded);
      case OPENID -> add(clues, Rule.OPENID_ENDING, ending(folded));
    }
    add(clues, Rule.SAME_NAME, FoldedText.of(name));
    return clues;
  }

  /** An actor's plain name may be the part of an address, and the other way round. */
  private static void addLocalPart(Set<IdentityClue> clues, String folded) {
    String local = local(folded);
    add(clues, Rule.LOCAL_PART, "address " + local);
    if (!local.equals(folded)) {
      add(clues, Rule.LOCAL_PART, "plain " + local);
    }
  }

  /** What a stated identifier of a learner gives. */
  static Set<IdentityClue> ofIdentity(Identity identity) {
    Set<IdentityClue> clues = new HashSet<>();
    String folded = FoldedText.of(identity.identifier());
    switch (identity.kind()) {
      case ACCOUNT -> {
        add(clues, Rule.ACCOUNT_NAME, folded);
        add(clues, Rule.ACCOUNT_IS_ADDRESS, "address " + folded);
        add(clues, Rule.OPENID_ENDING, folded);
        add(clues, Rule.LOCAL_PART, (folded.contains("@") ? "address " : "plain ") + local(folded));
      }
      case MBOX -> {
        String address = bare(folded);
        add(clues, Rule.ADDRESS_CASE, address);
        add(clues, Rule.ACCOUNT_IS_ADDRESS, "account " + address);
        add(clues, Rule.LOCAL_PART, "address " + local(address));
        MailHash.all(identity.identifier()).forEach(hash -> add(clues, Rule.HASH_OF_SEVERAL, hash));
      }
      case OPENID -> add(clues, Rule.OPENID_ENDING, ending(folded));
      case MBOX_SHA1SUM -> {
        // Says nothing of anything but the address itself, and that would have been certain.
      }
    }
    return clues;
  }

  /** What the register of learners gives. */
  static Set<IdentityClue> ofLearner(Learner learner) {
    Set<IdentityClue> clues = new HashSet<>();
    String id = FoldedText.of(learner.learnerId());
    add(clues, Rule.ACCOUNT_IS_LEARNER_ID, id);
    add(clues, Rule.OPENID_ENDING, id);
    add(clues, Rule.LOCAL_PART, "plain " + id);
    // Who has no name in the register is called by the id.
    if (!learner.fullName().equals(learner.learnerId())) {
      add(clues, Rule.SAME_NAME, FoldedText.of(learner.fullName()));
    }
    return clues;
  }

  private static void add(Set<IdentityClue> clues, Rule rule, String text) {
    if (!text.isEmpty()) {
      clues.add(new IdentityClue(rule, text));
    }
  }

  private static String bare(String address) {
    return address.startsWith(MAILTO) ? address.substring(MAILTO.length()) : address;
  }

  private static String local(String address) {
    int at = address.lastIndexOf('@');
    return at <= 0 ? address : address.substring(0, at);
  }

  private static String ending(String uri) {
    String whole = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    return whole.substring(whole.lastIndexOf('/') + 1);
  }
}
