package vn.chuyencan.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.xapi.vocabulary.ActivityKind;
import vn.chuyencan.xapi.vocabulary.Vocabulary;

/** All context activities of one statement: parents, then groupings, categories and others. */
final class ContextActivities {
  private static final List<String> PROPERTIES = List.of("parent", "grouping", "category", "other");

  private final List<ContextActivity> all = new ArrayList<>();
  private int parents;

  void read(JsonNode context, Vocabulary vocabulary) {
    all.clear();
    parents = 0;
    JsonNode activities = context.path("contextActivities");
    for (String property : PROPERTIES) {
      JsonNode value = activities.path(property);
      if (value.isArray()) {
        for (JsonNode activity : value) {
          all.add(ContextActivity.of(activity, vocabulary));
        }
      } else if (value.isObject()) {
        all.add(ContextActivity.of(value, vocabulary));
      }
      if (property.equals("parent")) {
        parents = all.size();
      }
    }
  }

  /** The first one of a kind, the object left out; null when there is none. */
  ContextActivity first(String kind, String exceptIri) {
    for (ContextActivity activity : all) {
      if (activity.is(kind) && !activity.iri().equals(exceptIri)) {
        return activity;
      }
    }
    return null;
  }

  /** The first parent that is a container of its own: no course, section or platform; or null. */
  ContextActivity nearestContainer(String exceptIri) {
    for (ContextActivity activity : all.subList(0, parents)) {
      boolean frame =
          activity.is(ActivityKind.COURSE)
              || activity.is(ActivityKind.SECTION)
              || activity.is(ActivityKind.LMS);
      if (!frame && !activity.iri().equals(exceptIri)) {
        return activity;
      }
    }
    return null;
  }

  /** Whether the first parent is a {@code GroupActivity} of Open edX. */
  boolean isPartOfGroup() {
    return parents > 0 && all.get(0).group();
  }

  boolean has(String iri) {
    for (ContextActivity activity : all) {
      if (activity.iri().equals(iri)) {
        return true;
      }
    }
    return false;
  }
}
