package vn.chuyencan.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import vn.chuyencan.model.CertainIdentities;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.CanonicalText;
import vn.chuyencan.xapi.ActorKeys;

/**
 * Who is measured: identifiers to learners. From the registers where they say it; otherwise
 * inferred from the actors seen and marked so.
 */
public final class Population {
  private static final String ACCOUNT = "account";

  private Population() {}

  /** Whether the registers know no learner, so that learners are inferred from actors. */
  public static boolean infersLearners(Registers registers) {
    return !registers.has(RegisterName.IDENTITY) || registers.identities().isEmpty();
  }

  /** Whether the registers know no course run, so that runs are inferred from activity. */
  public static boolean infersRuns(Registers registers) {
    return registers.courseRuns().isEmpty();
  }

  /**
   * The learners whom the register of identities knows.
   *
   * @param secret the institution's key
   */
  public static Learners registered(Registers registers, byte[] secret) {
    return new Learners(owners(registers, secret));
  }

  /** The same, learner by actor key. */
  public static Map<Long, String> owners(Registers registers, byte[] secret) {
    ActorKeys keys = new ActorKeys(secret);
    Map<Long, String> idByKey = new HashMap<>();
    CertainIdentities.of(registers.identities())
        .forEach((canonical, learnerId) -> idByKey.put(keys.of(canonical), learnerId));
    return idByKey;
  }

  /**
   * The keys of persons' identifiers, hashes of their addresses among them but for those that mean
   * somebody else too.
   *
   * @param persons their rows of the register of identities
   * @param others the rows of all others
   * @param secret the institution's key
   */
  public static Set<Long> keysOf(List<Identity> persons, List<Identity> others, byte[] secret) {
    if (persons.isEmpty()) {
      return Set.of();
    }
    List<Identity> all = new ArrayList<>(persons);
    all.addAll(others);
    Set<String> ids = persons.stream().map(Identity::learnerId).collect(Collectors.toSet());
    ActorKeys keys = new ActorKeys(secret);
    return CertainIdentities.of(all).entrySet().stream()
        .filter(owner -> ids.contains(owner.getValue()))
        .map(owner -> keys.of(owner.getKey()))
        .collect(Collectors.toSet());
  }

  /**
   * A learner for every actor seen.
   *
   * @param actors rows of the vault
   */
  public static Learners inferred(List<Record> actors) {
    // One account name at two home pages is two people; other identifiers are personal data, so
    // the key stands for them.
    Map<String, Set<Object>> homes = new HashMap<>();
    for (Record actor : actors) {
      if (ACCOUNT.equals(actor.getField("kind"))) {
        homes
            .computeIfAbsent(identifier(actor), name -> new HashSet<>())
            .add(actor.getField("home_page"));
      }
    }
    Map<Long, String> idByKey = new HashMap<>();
    for (Record actor : actors) {
      Long key = (Long) actor.getField("actor_key");
      String identifier = identifier(actor);
      boolean shared = homes.getOrDefault(identifier, Set.of()).size() > 1;
      idByKey.put(
          key,
          !ACCOUNT.equals(actor.getField("kind"))
              ? "actor-" + hex(key)
              : shared ? identifier + "@" + actor.getField("home_page") : identifier);
    }
    joinHashes(actors, idByKey);
    return new Learners(idByKey);
  }

  /** As tables publish it: two spellings that are one there are one learner. */
  private static String identifier(Record actor) {
    return CanonicalText.of((String) actor.getField("identifier"));
  }

  /** The hash of an address that was seen too means who has the address. */
  private static void joinHashes(List<Record> actors, Map<Long, String> idByKey) {
    List<Identity> addresses = new ArrayList<>();
    for (Record actor : actors) {
      if (IdentityKind.MBOX.code().equals(actor.getField("kind"))) {
        String learnerId = idByKey.get((Long) actor.getField("actor_key"));
        String address = (String) actor.getField("identifier");
        addresses.add(new Identity(learnerId, IdentityKind.MBOX, null, address));
      }
    }
    Map<String, String> owners = CertainIdentities.of(addresses);
    String hashed = IdentityKind.MBOX_SHA1SUM.code();
    for (Record actor : actors) {
      String owner = owners.get(hashed + "|" + actor.getField("identifier"));
      if (owner != null && hashed.equals(actor.getField("kind"))) {
        idByKey.put((Long) actor.getField("actor_key"), owner);
      }
    }
  }

  /** A 64-bit key as sixteen hexadecimal digits. */
  public static String hex(long key) {
    return HexFormat.of().toHexDigits(key);
  }
}
