package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whom an actor's key means: learners by number, numbers by key. */
public final class Learners implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NOBODY = -1;

  private final ArrayList<String> ids = new ArrayList<>();
  private final LongIndex byKey = new LongIndex();
  private final HashMap<String, Integer> numbers = new HashMap<>();

  /**
   * @param idByKey learner by actor key; several keys may mean one learner
   */
  public Learners(Map<Long, String> idByKey) {
    new TreeMap<>(idByKey).forEach((key, id) -> byKey.put(key, number(id)));
  }

  private int number(String id) {
    return numbers.computeIfAbsent(
        id,
        fresh -> {
          ids.add(fresh);
          return ids.size() - 1;
        });
  }

  /** The number of the learner whom the key means; -1 when it is nobody's. */
  public int of(long actorKey) {
    return byKey.get(actorKey);
  }

  /** The learner whom the key means; empty when it is nobody's. */
  public Optional<String> learner(long actorKey) {
    int number = of(actorKey);
    return number < 0 ? Optional.empty() : Optional.of(ids.get(number));
  }

  /** The keys that mean a learner. */
  public Set<Long> keysOf(String learnerId) {
    int number = numberOf(learnerId);
    return number < 0 ? Set.of() : byKey.keysOf(number);
  }

  /** The number of a learner; -1 when no key means that learner. */
  int numberOf(String learnerId) {
    return numbers.getOrDefault(learnerId, NOBODY);
  }

  /** The learner of that number. */
  String id(int learner) {
    return ids.get(learner);
  }

  /** All learners that a key means, by number. */
  List<String> ids() {
    return ids;
  }
}
