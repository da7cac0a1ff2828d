package vn.chuyencan.model;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was erased (X-PD-2): keyed hashes by which a record, a register's row or a text of an erased
 * person is known again, and from which nobody is known who has not the institution's key. Not safe
 * for use by two threads.
 */
public final class Tombstones implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";

  /** Put where a name stood. */
  public static final String BLOT = "…";

  /** Nobody was ever erased. */
  public static final Tombstones NONE = new Tombstones(new byte[] {0}, Set.of());

  private static final Pattern QUOTED = Pattern.compile("[^\"]+");
  private static final Pattern WHOLE = Pattern.compile("[^\\s\"'<>(),;{}\\[\\]|]+");
  private static final Pattern PART = Pattern.compile("[^\\s\"'<>(),;{}\\[\\]|/=?&#]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}.'-]+");
  private static final Pattern TELLING = Pattern.compile("(?=.*[0-9@._:-])(?!\\d+$).{4,}");
  private static final int LONGEST_NAME = 6;
  private static final int REMEMBERED = 1 << 17;

  /** What is hashed. */
  public enum Kind {
    /** A 64-bit actor key. */
    ACTOR,
    /** The id of a learner. */
    LEARNER,
    /** An identifier as it may stand in a text. */
    IDENTIFIER,
    /** A full name; several persons may have it. */
    NAME,
    /** The id of a case for review. */
    CASE,
    /** The id of an event. */
    EVENT
  }

  private final byte[] key;
  private final TreeSet<String> hashes;
  private transient Mac mac;
  private transient Map<Long, Boolean> actors;
  private transient Map<String, Boolean> texts;

  private Tombstones(byte[] key, Collection<String> hashes) {
    this.key = key;
    this.hashes = new TreeSet<>(hashes);
  }

  /**
   * Tombstones under an institution's secret.
   *
   * @param hashes as {@link #hash} gives them
   */
  public static Tombstones of(byte[] secret, Collection<String> hashes) {
    // A key of its own: a tombstone must not be the actor key by another name.
    return new Tombstones(
        hmac(secret).doFinal("chuyencan erasure".getBytes(StandardCharsets.UTF_8)), hashes);
  }

  /** The same with more of them. */
  public Tombstones and(Collection<String> more) {
    Tombstones both = new Tombstones(key, hashes);
    both.hashes.addAll(more);
    return both;
  }

  /** Whether nobody was ever erased. */
  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** All hashes. */
  public Set<String> hashes() {
    return Set.copyOf(hashes);
  }

  /** The hash of an actor's key. */
  public String hash(long actorKey) {
    return hash(Kind.ACTOR, Long.toHexString(actorKey));
  }

  /**
   * The hash of a text: 64 hexadecimal digits. Case, escapes and the form of letters with accents
   * do not matter but for ids.
   */
  public String hash(Kind kind, String text) {
    return hashOf(kind, isWritten(kind) ? PlainText.folded(text) : text);
  }

  /** Whether people and programs write it in several ways. */
  private static boolean isWritten(Kind kind) {
    return kind == Kind.IDENTIFIER || kind == Kind.NAME;
  }

  private String hashOf(Kind kind, String plain) {
    if (mac == null) {
      mac = hmac(key);
    }
    return HexFormat.of()
        .formatHex(mac.doFinal((kind + "\0" + plain).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What stands in place of an event's id where a row of others cannot be without one: equal ids,
   * equal places, and nobody knows the id from it who has not the key.
   */
  public UUID inPlaceOf(UUID eventId) {
    String hash = hash(Kind.EVENT, eventId.toString());
    return new UUID(
        Long.parseUnsignedLong(hash, 0, 16, 16), Long.parseUnsignedLong(hash, 16, 32, 16));
  }

  /** Whether the actor was erased. */
  public boolean hasActor(long actorKey) {
    if (hashes.isEmpty()) {
      return false;
    }
    if (actors == null || actors.size() > REMEMBERED) {
      actors = new HashMap<>();
    }
    return actors.computeIfAbsent(actorKey, one -> hashes.contains(hash(one)));
  }

  /** Whether that learner was erased. */
  public boolean hasLearner(String learnerId) {
    return has(Kind.LEARNER, learnerId);
  }

  /** Whether the text is the id of an erased learner, or the key of an erased actor in words. */
  public boolean hasSubject(String text) {
    return hasLearner(text) || (isHex(text) && hasActor(Long.parseUnsignedLong(text, 16)));
  }

  /** Whether something of that kind has such a hash. */
  public boolean has(Kind kind, String text) {
    if (hashes.isEmpty() || text == null || text.isEmpty()) {
      return false;
    }
    if (texts == null || texts.size() > REMEMBERED) {
      texts = new HashMap<>();
    }
    return texts.computeIfAbsent(kind + text, known -> isHashed(kind, text));
  }

  private boolean isHashed(Kind kind, String text) {
    if (!isWritten(kind)) {
      return hashes.contains(hashOf(kind, text));
    }
    String plain = PlainText.folded(text);
    // An older program hashed a text as it was written.
    String written = text.toLowerCase(Locale.ROOT);
    return hashes.contains(hashOf(kind, plain))
        || (!written.equals(plain) && hashes.contains(hashOf(kind, written)));
  }

  private static boolean isHex(String text) {
    return text.length() == 16 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  /**
   * Whether an erased person's identifier or name stands anywhere in a text, in whatever way it is
   * written there: with escapes of JSON, as in a URL, with accents apart from their letters.
   */
  public boolean areNamedIn(String text) {
    if (hashes.isEmpty() || text == null) {
      return false;
    }
    String plain = PlainText.of(text);
    return areNamed(text) || (!plain.equals(text) && areNamed(plain));
  }

  private boolean areNamed(String text) {
    for (Pattern pattern : List.of(QUOTED, WHOLE, PART)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (has(Kind.IDENTIFIER, matcher.group()) || has(Kind.NAME, matcher.group().strip())) {
          return true;
        }
      }
    }
    return hasNameIn(text);
  }

  private boolean hasNameIn(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 2; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
        if (isHashed(Kind.NAME, String.join(" ", words.subList(from, to)))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A text without the identifiers of erased persons, {@link #BLOT} in their place. Only what tells
   * somebody apart is looked for: four characters or more, with a figure or sign, not a mere
   * number.
   */
  public String blotted(String text) {
    if (hashes.isEmpty() || text == null) {
      return text;
    }
    String result = text;
    for (Pattern pattern : List.of(WHOLE, PART)) {
      result =
          pattern
              .matcher(result)
              .replaceAll(
                  match ->
                      Matcher.quoteReplacement(
                          isTelling(match.group()) && has(Kind.IDENTIFIER, match.group())
                              ? BLOT
                              : match.group()));
    }
    return result;
  }

  /** Whether a text tells somebody apart wherever it stands. */
  public static boolean isTelling(String token) {
    return TELLING.matcher(token).matches();
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
