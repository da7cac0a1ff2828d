package vn.chuyencan.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From where on traces are told to a person (section {@code integrity} of the configuration). Each
 * limit that is given turns its signal on; null turns it off. Travels to the tasks.
 *
 * @param dayMinutes more minutes on one day
 * @param sessionMinutes a session of more minutes
 * @param answerSeconds an exercise handed in within fewer seconds
 * @param answerShare … or within less than this share of the median of its attempts, 0 to 1
 * @param heartbeatMinutes equally spaced events for at least so many minutes
 * @param copiedCharacters texts of at least so many characters that somebody else posted before
 * @param addressMinutes two addresses at the same time for at least so many minutes
 */
public record IntegrityLimits(
    Integer dayMinutes,
    Integer sessionMinutes,
    Integer answerSeconds,
    BigDecimal answerShare,
    Integer heartbeatMinutes,
    Integer copiedCharacters,
    Integer addressMinutes)
    implements Serializable {

  /** Nothing is looked for. */
  public static final IntegrityLimits NONE =
      new IntegrityLimits(null, null, null, null, null, null, null);

  public IntegrityLimits {
    answerShare = answerShare == null ? null : answerShare.stripTrailingZeros();
  }

  /** Whether anything is looked for. */
  public boolean any() {
    return !equals(NONE);
  }

  /** Whether a kind is looked for. */
  public boolean wants(IntegrityKind kind) {
    return switch (kind) {
      case LONG_DAY -> dayMinutes != null;
      case LONG_SESSION -> sessionMinutes != null;
      case FAST_ANSWER -> answerSeconds != null || answerShare != null;
      case HEARTBEAT -> heartbeatMinutes != null;
      case COPIED_POST -> copiedCharacters != null;
      case TWO_ADDRESSES -> addressMinutes != null;
    };
  }

  /** All limits that are given, as one text: what measures depend on. Empty when none is. */
  public String text() {
    Map<String, Object> limits = new LinkedHashMap<>();
    limits.put("day_minutes", dayMinutes);
    limits.put("session_minutes", sessionMinutes);
    limits.put("answer_seconds", answerSeconds);
    limits.put("answer_share", answerShare == null ? null : answerShare.toPlainString());
    limits.put("heartbeat_minutes", heartbeatMinutes);
    limits.put("copied_characters", copiedCharacters);
    limits.put("address_minutes", addressMinutes);
    return limits.entrySet().stream()
        .filter(limit -> limit.getValue() != null)
        .map(limit -> limit.getKey() + "=" + limit.getValue())
        .collect(Collectors.joining(" "));
  }
}
