package vn.chuyencan.source.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.Tables;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.VerbDescription;

/** Rows for the actors and verbs that the lake does not know yet. */
final class NewNames {
  private final Lake lake;

  NewNames(Lake lake) {
    this.lake = lake;
  }

  /**
   * Rows of {@code actor}.
   *
   * @throws PipelineException {@link ErrorCode#ACTOR_KEY_COLLISION} if a key of the vault stands
   *     for another identifier
   */
  List<Map<String, Object>> actors(Map<Long, ActorIdentity> met, long batchId) {
    Map<Long, ActorIdentity> unknown = new TreeMap<>(met);
    try (CloseableIterable<Record> known =
        lake.rows(
            Tables.ACTOR,
            Expressions.alwaysTrue(),
            "actor_key",
            "kind",
            "home_page",
            "identifier")) {
      for (Record row : known) {
        ActorIdentity actor = unknown.remove((Long) row.getField("actor_key"));
        if (actor != null) {
          refuseCollision(actor, row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    unknown.forEach(
        (key, actor) -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("actor_key", key);
          values.put("kind", actor.kind());
          values.put("home_page", actor.homePage());
          values.put("identifier", actor.identifier());
          values.put("name", actor.name());
          values.put("first_batch_id", batchId);
          rows.add(values);
        });
    return rows;
  }

  private static void refuseCollision(ActorIdentity actor, Record row) {
    ActorIdentity stored =
        new ActorIdentity(
            (String) row.getField("kind"),
            (String) row.getField("home_page"),
            (String) row.getField("identifier"),
            null);
    if (!stored.canonical().equals(actor.canonical())) {
      throw new PipelineException(
          Fault.of(
              ErrorCode.ACTOR_KEY_COLLISION,
              Long.toHexString((Long) row.getField("actor_key")),
              actor.identifier(),
              stored.identifier()));
    }
  }

  /** Rows of {@code verb}. */
  List<Map<String, Object>> verbs(Map<Long, VerbDescription> met) {
    Map<Long, VerbDescription> unknown = new TreeMap<>(met);
    try (CloseableIterable<Record> known =
        lake.rows(Tables.VERB, Expressions.alwaysTrue(), "verb_key")) {
      for (Record row : known) {
        unknown.remove((Long) row.getField("verb_key"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    unknown.forEach(
        (key, verb) -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("verb_key", key);
          values.put("iri", verb.iri());
          values.put("action", verb.action());
          values.put("known", verb.known());
          values.put("display", verb.display());
          rows.add(values);
        });
    return rows;
  }
}
