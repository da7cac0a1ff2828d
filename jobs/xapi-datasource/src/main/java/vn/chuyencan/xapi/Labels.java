package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Chooses one label of a language map. */
final class Labels {
  private Labels() {}

  /** Vietnamese before English before the first tag by alphabet; null when there is none. */
  static String choose(JsonNode languageMap) {
    String bestTag = null;
    String label = null;
    for (Map.Entry<String, JsonNode> entry : languageMap.properties()) {
      if (bestTag == null || compare(entry.getKey(), bestTag) < 0) {
        bestTag = entry.getKey();
        label = entry.getValue().textValue();
      }
    }
    return label;
  }

  private static int compare(String left, String right) {
    int byRank = Integer.compare(rank(left), rank(right));
    return byRank != 0 ? byRank : left.compareTo(right);
  }

  private static int rank(String tag) {
    if (tag.equals("vi") || tag.startsWith("vi-")) {
      return 0;
    }
    return tag.equals("en") || tag.startsWith("en-") ? 1 : 2;
  }
}
