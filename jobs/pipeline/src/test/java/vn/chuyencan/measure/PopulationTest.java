package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.MailHash;
import vn.chuyencan.model.Registers;
import vn.chuyencan.xapi.ActorIdentity;
import vn.chuyencan.xapi.ActorKeys;

/** A mail address and its hash are one person, for the night as for a draft of registers. */
class PopulationTest {
  private static final String ADDRESS = "mailto:an@hvsp.example";
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final Schema ACTOR =
      new Schema(
          Types.NestedField.required(1, "actor_key", Types.LongType.get()),
          Types.NestedField.required(2, "kind", Types.StringType.get()),
          Types.NestedField.optional(3, "home_page", Types.StringType.get()),
          Types.NestedField.required(4, "identifier", Types.StringType.get()));

  private static Record actor(long key, String kind, String home, String identifier) {
    Record actor = GenericRecord.create(ACTOR);
    actor.setField("actor_key", key);
    actor.setField("kind", kind);
    actor.setField("home_page", home);
    actor.setField("identifier", identifier);
    return actor;
  }

  @Test
  void aRegisteredAddressResolvesItsHashes() {
    Registers registers =
        Registers.builder().add(new Identity("HV1", IdentityKind.MBOX, null, ADDRESS)).build();
    ActorKeys keys = new ActorKeys(SECRET);

    Learners learners = Population.registered(registers, SECRET);

    assertThat(learners.learner(keys.of("mbox|" + ADDRESS))).contains("HV1");
    for (String hash : MailHash.all(ADDRESS)) {
      assertThat(learners.learner(keys.of("mbox_sha1sum|" + hash))).contains("HV1");
    }
    assertThat(learners.learner(keys.of("mbox_sha1sum|" + MailHash.of("mailto:binh@hvsp.example"))))
        .isEmpty();
  }

  @Test
  void anAddressAndItsHashThatWereSeenAreOneLearner() {
    Learners learners =
        Population.inferred(
            List.of(
                actor(1, "mbox", null, ADDRESS),
                actor(2, "mbox_sha1sum", null, MailHash.of(ADDRESS)),
                actor(3, "mbox_sha1sum", null, MailHash.of("an@hvsp.example")),
                actor(4, "mbox_sha1sum", null, MailHash.of("binh@hvsp.example")),
                actor(5, "account", "https://one.example", "an"),
                actor(6, "account", "https://two.example", "an")));

    assertThat(learners.learner(2)).isEqualTo(learners.learner(1));
    assertThat(learners.learner(3)).isEqualTo(learners.learner(1));
    assertThat(learners.learner(4)).contains("actor-0000000000000004");
    assertThat(learners.learner(5)).contains("an@https://one.example");
    assertThat(learners.learner(6)).contains("an@https://two.example");
    assertThat(learners.learner(7)).isEmpty();
  }

  /** Tables are published in NFC: two learners of one id would be two rows of one key (E1003). */
  @Test
  void oneNameInTwoSpellingsIsOneLearner() {
    String composed = "tr\u1ea7n b\u00ecnh";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    Learners learners =
        Population.inferred(
            List.of(
                actor(1, "account", "https://one.example", composed),
                actor(2, "account", "https://one.example", decomposed)));

    assertThat(learners.learner(1)).contains(composed);
    assertThat(learners.learner(2)).contains(composed);
  }

  /** Registers are read in NFC, so that nobody could name the other spelling there. */
  @Test
  void aRegisteredAccountIsKnownInEverySpelling() {
    String composed = "tr\u1ea7n b\u00ecnh";
    Registers registers =
        Registers.builder()
            .add(new Identity("HV1", IdentityKind.ACCOUNT, "https://one.example", composed))
            .build();
    ActorIdentity seen =
        new ActorIdentity(
            "account",
            "https://one.example",
            Normalizer.normalize(composed, Normalizer.Form.NFD),
            null);

    assertThat(
            Population.registered(registers, SECRET)
                .learner(new ActorKeys(SECRET).of(seen.canonical())))
        .contains("HV1");
  }
}
