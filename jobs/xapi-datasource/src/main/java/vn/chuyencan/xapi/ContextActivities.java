package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** All context activities of one statement: parents, then groupings, categories and others. */
final class ContextActivities {
  static final int PARENT = 0;
  static final int GROUPING = 1;
  static final int CATEGORY = 2;
  static final int OTHER = 3;

  private static final List<String> PROPERTIES = List.of("parent", "grouping", "category", "other");

  /** The properties in the order of their names, as the canonical content has them. */
  private static final int[] BY_NAME = {CATEGORY, GROUPING, OTHER, PARENT};

  private static final byte[][] PARTS =
      PROPERTIES.stream().map(CanonicalContent::partBytes).toArray(byte[][]::new);

  private static final Comparator<ContextActivity> BY_IRI = ContextActivity::compareIri;

  private static final ContextActivity[] NONE = {};

  /** None at all. */
  static final ContextActivities NOTHING = new ContextActivities().keep();

  private final ContextActivity[][] lists = {NONE, NONE, NONE, NONE};
  private final int[] sizes = new int[PROPERTIES.size()];

  /** What {@link #describe} gives, where these are kept for other statements. */
  private byte[] description;

  /** These are remembered, and nothing is added any more. */
  ContextActivities keep() {
    CanonicalContent content = new CanonicalContent(256);
    describe(content);
    description = content.toBytes();
    return this;
  }

  void add(int property, ContextActivity activity) {
    ContextActivity[] list = lists[property];
    int size = sizes[property];
    if (size == list.length) {
      list = Arrays.copyOf(list, Math.max(2, size * 2));
      lists[property] = list;
    }
    list[size] = activity;
    sizes[property] = size + 1;
  }

  /** Those of a valid statement. */
  static ContextActivities of(JsonNode context, Vocabulary vocabulary) {
    ContextActivities all = new ContextActivities();
    JsonNode activities = context.path("contextActivities");
    for (int property = 0; property < PROPERTIES.size(); property++) {
      JsonNode value = activities.path(PROPERTIES.get(property));
      if (value.isArray()) {
        for (JsonNode activity : value) {
          all.add(property, ContextActivity.of(activity, vocabulary));
        }
      } else if (value.isObject()) {
        all.add(property, ContextActivity.of(value, vocabulary));
      }
    }
    return all;
  }

  /** Their ids: the order in which they are sent means nothing. */
  void describe(CanonicalContent content) {
    if (description != null) {
      content.copy(description);
      return;
    }
    for (int property : BY_NAME) {
      int size = sizes[property];
      if (size == 0) {
        continue;
      }
      content.copy(PARTS[property]);
      if (size == 1) {
        content.copy(lists[property][0].content());
        continue;
      }
      ContextActivity[] sorted = Arrays.copyOf(lists[property], size);
      Arrays.sort(sorted, BY_IRI);
      for (int i = 0; i < size; i++) {
        content.copy(sorted[i].content());
      }
    }
  }

  /** The first one of a kind, the object left out; null when there is none. */
  ContextActivity first(String kind, ContextActivity except) {
    for (int property = 0; property < lists.length; property++) {
      ContextActivity[] list = lists[property];
      for (int i = 0; i < sizes[property]; i++) {
        if (list[i].is(kind) && !list[i].isSame(except)) {
          return list[i];
        }
      }
    }
    return null;
  }

  /** The first parent that is a container of its own: no course, section or platform; or null. */
  ContextActivity nearestContainer(ContextActivity except) {
    for (int i = 0; i < sizes[PARENT]; i++) {
      ContextActivity activity = lists[PARENT][i];
      boolean frame =
          activity.is(ActivityKind.COURSE)
              || activity.is(ActivityKind.SECTION)
              || activity.is(ActivityKind.LMS);
      if (!frame && !activity.isSame(except)) {
        return activity;
      }
    }
    return null;
  }

  /** Whether the first parent is a {@code GroupActivity} of Open edX. */
  boolean isPartOfGroup() {
    return sizes[PARENT] > 0 && lists[PARENT][0].group();
  }

  /** Whether the statement is one of cmi5. */
  boolean hasCmi5() {
    for (int property = 0; property < lists.length; property++) {
      for (int i = 0; i < sizes[property]; i++) {
        if (lists[property][i].isCmi5()) {
          return true;
        }
      }
    }
    return false;
  }
}
