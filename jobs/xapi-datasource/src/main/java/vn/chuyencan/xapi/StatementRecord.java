package vn.chuyencan.xapi;

import java.math.BigDecimal;

/**
 * One statement as numbers. The object is filled again for every statement: copy what must stay.
 * Keys are the first 64 bits of HMAC-SHA-256 (actors) or SHA-256 (the rest); the texts behind them
 * are told to the {@link StatementSink}. Instants are microseconds since the epoch, UTC.
 */
public final class StatementRecord {
  long eventIdHigh;
  long eventIdLow;
  long contentHash;
  long occurredAt;
  long storedAt;
  boolean stored;
  long actorKey;
  long verbKey;
  final OptionalKey course = new OptionalKey();
  final OptionalKey activity = new OptionalKey();
  final OptionalKey parent = new OptionalKey();
  final OptionalKey replyTo = new OptionalKey();
  final OptionalKey targetActor = new OptionalKey();
  final OptionalKey attempt = new OptionalKey();
  final OptionalKey address = new OptionalKey();
  final OptionalKey text = new OptionalKey();
  int textCharacters;
  String action;
  String activityKind;
  String origin;
  BigDecimal scoreRaw;
  BigDecimal scoreMin;
  BigDecimal scoreMax;
  BigDecimal scoreScaled;
  Boolean success;
  Boolean completion;
  BigDecimal durationSeconds;
  boolean awaitsMark;
  boolean voided;
  long voidedIdHigh;
  long voidedIdLow;
  long fileId;
  long fileOffset;

  StatementRecord() {}

  /** A key that may be absent. */
  static final class OptionalKey {
    private boolean present;
    private long value;

    void set(long key) {
      present = true;
      value = key;
    }

    void clear() {
      present = false;
      value = 0;
    }

    boolean present() {
      return present;
    }

    long value() {
      return value;
    }
  }

  /** Forgets the previous statement. */
  void clear() {
    eventIdHigh = 0;
    eventIdLow = 0;
    contentHash = 0;
    occurredAt = 0;
    actorKey = 0;
    verbKey = 0;
    action = null;
    activityKind = null;
    origin = null;
    course.clear();
    activity.clear();
    parent.clear();
    replyTo.clear();
    targetActor.clear();
    attempt.clear();
    address.clear();
    text.clear();
    textCharacters = 0;
    stored = false;
    storedAt = 0;
    scoreRaw = null;
    scoreMin = null;
    scoreMax = null;
    scoreScaled = null;
    success = null;
    completion = null;
    durationSeconds = null;
    awaitsMark = false;
    voided = false;
    voidedIdHigh = 0;
    voidedIdLow = 0;
  }

  /** Upper half of the event's UUID: the statement's id, or a UUIDv5 of its content. */
  public long eventIdHigh() {
    return eventIdHigh;
  }

  /** Lower half of the event's UUID. */
  public long eventIdLow() {
    return eventIdLow;
  }

  /**
   * Hash of what xAPI compares of two statements (Data 2.3.1): equal for a repeated statement,
   * different for another one under the same id.
   */
  public long contentHash() {
    return contentHash;
  }

  /** When it happened: {@code timestamp}, or {@code stored} when there is none. */
  public long occurredAt() {
    return occurredAt;
  }

  /** Whether there is a {@code stored}. */
  public boolean hasStoredAt() {
    return stored;
  }

  /** When a record store took it in; 0 when unknown. */
  public long storedAt() {
    return storedAt;
  }

  /** The actor. */
  public long actorKey() {
    return actorKey;
  }

  /** The verb. */
  public long verbKey() {
    return verbKey;
  }

  /** Whether a course is known. */
  public boolean hasCourseKey() {
    return course.present();
  }

  /** The course in which it happened; 0 when unknown. */
  public long courseKey() {
    return course.value();
  }

  /** Whether the object is an activity. */
  public boolean hasActivityKey() {
    return activity.present();
  }

  /** The activity that is the object; 0 when there is none. */
  public long activityKey() {
    return activity.value();
  }

  /** Whether the activity stands in a known container. */
  public boolean hasParentKey() {
    return parent.present();
  }

  /** The container that matters: forum, quiz, book, assignment; 0 when unknown. */
  public long parentKey() {
    return parent.value();
  }

  /** Whether it replies to a known discussion. */
  public boolean hasReplyToKey() {
    return replyTo.present();
  }

  /** The discussion in which a reply stands; 0 when unknown. */
  public long replyToKey() {
    return replyTo.value();
  }

  /** Whether another person is concerned. */
  public boolean hasTargetActorKey() {
    return targetActor.present();
  }

  /** The other person concerned: who taught, enrolled or graded, or was graded; 0 when none. */
  public long targetActorKey() {
    return targetActor.value();
  }

  /** Leaves out the other person, whom nobody may know any more. */
  public void forgetTargetActor() {
    targetActor.clear();
  }

  /** Whether it belongs to a known attempt. */
  public boolean hasAttemptKey() {
    return attempt.present();
  }

  /** The attempt; 0 when unknown. */
  public long attemptKey() {
    return attempt.value();
  }

  /** Whether a fingerprint of the network address is known; only where it was asked for. */
  public boolean hasAddressKey() {
    return address.present();
  }

  /** The fingerprint of the network address, see {@link Fingerprinter#address}; 0 when unknown. */
  public long addressKey() {
    return address.value();
  }

  /** Whether a fingerprint of a post's text is known; only where it was asked for. */
  public boolean hasTextKey() {
    return text.present();
  }

  /** The fingerprint of the post's text, see {@link Fingerprinter#text}; 0 when unknown. */
  public long textKey() {
    return text.value();
  }

  /** How many characters the text has; 0 when unknown. */
  public int textCharacters() {
    return textCharacters;
  }

  /** Takes note of a text. */
  void setText(Fingerprinter.Text told) {
    if (told != null) {
      text.set(told.key());
      textCharacters = told.characters();
    }
  }

  /** What was done, see {@link vn.chuyencan.xapi.vocabulary.Action}. */
  public String action() {
    return action;
  }

  /** To what, see {@link vn.chuyencan.xapi.vocabulary.ActivityKind}. */
  public String activityKind() {
    return activityKind;
  }

  /** Whence, see {@link vn.chuyencan.xapi.vocabulary.Origin}. */
  public String origin() {
    return origin;
  }

  /** Score reached, in the units of the exercise, or null. */
  public BigDecimal scoreRaw() {
    return scoreRaw;
  }

  /** Lowest possible score, or null. */
  public BigDecimal scoreMin() {
    return scoreMin;
  }

  /** Highest possible score, or null. */
  public BigDecimal scoreMax() {
    return scoreMax;
  }

  /** Score from -1 to 1 by the convention of the source, or null. */
  public BigDecimal scoreScaled() {
    return scoreScaled;
  }

  /** Whether it succeeded, or null. */
  public Boolean success() {
    return success;
  }

  /** Whether it was completed, or null; an abandoned attempt is sent with false. */
  public Boolean completion() {
    return completion;
  }

  /** Duration in seconds to the microsecond, or null. */
  public BigDecimal durationSeconds() {
    return durationSeconds;
  }

  /** Whether it is an answer in an attempt that a person has yet to mark. */
  public boolean awaitsMark() {
    return awaitsMark;
  }

  /** Whether it voids another statement. */
  public boolean hasVoidedId() {
    return voided;
  }

  /** Upper half of the voided statement's id; 0 when none. */
  public long voidedIdHigh() {
    return voidedIdHigh;
  }

  /** Lower half of the voided statement's id; 0 when none. */
  public long voidedIdLow() {
    return voidedIdLow;
  }

  /** Id of the file, see {@link InputSplit#fileId}. */
  public long fileId() {
    return fileId;
  }

  /** Offset of the statement's first byte in the uncompressed content of the file. */
  public long fileOffset() {
    return fileOffset;
  }
}
