package vn.chuyencan.source.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether somebody said anything in a post: one that is empty once quotations of others are taken
 * away is no post (FC-X.10). A picture, a film, a formula or a file says something.
 */
public final class PostContent {
  private static final Pattern QUOTATION =
      Pattern.compile("<(/?)blockquote\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMBEDDED =
      Pattern.compile(
          "<(?:img|picture|video|audio|source|iframe|object|embed|svg|canvas|math)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  /** Of plain texts alone: in HTML quotations are marked, and "&gt; 50 %" is an answer. */
  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\h*>.*$");

  private static final Pattern NOTHING =
      Pattern.compile(
          "&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#160|#xa0|#8203|#x200b);"
              + "|[\\s\\p{Z}\\p{Cc}\\p{Cf}]+",
          Pattern.CASE_INSENSITIVE);

  private PostContent() {}

  /**
   * Whether there is any.
   *
   * @param message as Moodle keeps it; null when there is none
   * @param attachment Moodle's word for files at the post: empty, null and 0 are none
   */
  public static boolean isThere(String message, String attachment) {
    if (attachment != null && !attachment.isBlank() && !attachment.strip().equals("0")) {
      return true;
    }
    if (message == null) {
      return false;
    }
    String own = withoutQuotations(message);
    if (EMBEDDED.matcher(own).find()) {
      return true;
    }
    Matcher tags = TAG.matcher(own);
    String text = tags.find() ? tags.replaceAll(" ") : QUOTED_LINE.matcher(own).replaceAll(" ");
    return !NOTHING.matcher(text).replaceAll("").isEmpty();
  }

  /** Quotations stand in each other; of one that does not end nobody knows what is the author's. */
  private static String withoutQuotations(String message) {
    StringBuilder own = new StringBuilder();
    Matcher quotation = QUOTATION.matcher(message);
    int depth = 0;
    int from = 0;
    while (quotation.find()) {
      if (depth == 0) {
        own.append(message, from, quotation.start()).append(' ');
      }
      depth = quotation.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
      from = quotation.end();
    }
    return depth == 0 ? own.append(message, from, message.length()).toString() : message;
  }
}
