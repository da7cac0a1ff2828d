package vn.chuyencan.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.MailHash;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.Registers;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;

/** Whom unresolved identifiers could mean; nobody is joined by it. */
class IdentityCandidatesTest {
  private static final String LMS = "https://lms.example";
  private static final String VIDEO = "https://video.example";
  private static final Registers REGISTERS = registers();

  private static Registers registers() {
    Registers.Builder registers = Registers.builder();
    registers
        .present(RegisterName.LEARNER)
        .addAll(
            List.of(
                new Learner("HV001", "Trần Bình", null),
                new Learner("HV002", "Lê An", null),
                new Learner("HV003", "Lê An", null),
                new Learner("HV004", "HV004", null)));
    registers
        .present(RegisterName.IDENTITY)
        .addAll(
            List.of(
                new Identity("HV001", IdentityKind.ACCOUNT, LMS, "binh"),
                new Identity("HV001", IdentityKind.MBOX, null, "mailto:binh.tran@hv.example"),
                new Identity("HV002", IdentityKind.MBOX, null, "mailto:An@hv.example"),
                new Identity("HV003", IdentityKind.MBOX, null, "mailto:an@hv.example"),
                new Identity("HV004", IdentityKind.ACCOUNT, LMS, "le.an@hv.example")));
    return registers.build();
  }

  private static List<Map<String, Object>> rows(
      IdentityKind kind, String home, String identifier, String name) {
    Record actor = GenericRecord.create(TableContract.of(Tables.ACTOR).icebergSchema());
    actor.setField("actor_key", 0xa1L);
    actor.setField("kind", kind.code());
    actor.setField("home_page", home);
    actor.setField("identifier", identifier);
    actor.setField("name", name);
    IdentityCandidates candidates =
        new IdentityCandidates(
            List.of(
                Map.of("actor_key_hex", "00000000000000a1", "source", "lms", "events", 7L),
                Map.of("actor_key_hex", "00000000000000a1", "source", "video", "events", 5L)));
    candidates.addActor(actor);
    Record somebody = actor.copy("actor_key", 0xb2L);
    candidates.addActor(somebody);
    candidates.look(REGISTERS);
    return candidates.rows();
  }

  private static List<String> found(
      IdentityKind kind, String home, String identifier, String name) {
    List<String> found = new ArrayList<>();
    for (Map<String, Object> row : rows(kind, home, identifier, name)) {
      found.add(row.get("learner_id") + " " + row.get("rule") + " " + row.get("other_rules"));
    }
    return found;
  }

  @Test
  void anAccountElsewhereIsAskedAbout() {
    assertThat(rows(IdentityKind.ACCOUNT, VIDEO, "Binh", null))
        .containsExactly(
            Map.of(
                "actor_key_hex",
                "00000000000000a1",
                "learner_id",
                "HV001",
                "rule",
                "account_name",
                "other_rules",
                List.of(),
                "learners_by_rule",
                1,
                "learners",
                1,
                "kind",
                "account",
                "known_at_home_page",
                false,
                "events",
                12L,
                "identity_line",
                "HV001,account,https://video.example,Binh"));
  }

  @Test
  void aNameInAnotherFormIsTheSameName() {
    // Decomposed, in capitals, with two spaces.
    assertThat(found(IdentityKind.ACCOUNT, LMS, "u9", "TRA\u0302\u0300N  Bi\u0300nh"))
        .containsExactly("HV001 same_name []");
    assertThat(rows(IdentityKind.ACCOUNT, LMS, "u9", "Trần Bình").get(0))
        .containsEntry("known_at_home_page", true);
    assertThat(found(IdentityKind.ACCOUNT, LMS, "u9", "Tran Binh")).isEmpty();
  }

  @Test
  void twoLearnersOfOneNameAreBothTold() {
    List<Map<String, Object>> rows = rows(IdentityKind.ACCOUNT, VIDEO, "hv002", "Lê An");
    assertThat(found(IdentityKind.ACCOUNT, VIDEO, "hv002", "Lê An"))
        .containsExactly("HV002 account_is_learner_id [same_name]", "HV003 same_name []");
    assertThat(rows.get(0)).containsEntry("learners_by_rule", 1).containsEntry("learners", 2);
    assertThat(rows.get(1)).containsEntry("learners_by_rule", 2).containsEntry("learners", 2);
  }

  @Test
  void addressesAreComparedWithoutCase() {
    assertThat(found(IdentityKind.MBOX, null, "mailto:Binh.Tran@HV.example", null))
        .containsExactly("HV001 address_case [local_part]");
    assertThat(found(IdentityKind.MBOX, null, "mailto:AN@hv.example", null))
        .containsExactly("HV002 address_case [local_part]", "HV003 address_case [local_part]");
    assertThat(found(IdentityKind.MBOX, null, "mailto:binh@else.example", null))
        .containsExactly("HV001 local_part []");
  }

  @Test
  void aHashOfTwoAddressesMeansEither() {
    String bare = MailHash.all("mailto:an@hv.example").get(1);
    assertThat(found(IdentityKind.MBOX_SHA1SUM, null, bare, null))
        .containsExactly("HV002 hash_of_several []", "HV003 hash_of_several []");
  }

  @Test
  void accountsAndAddressesAreCompared() {
    assertThat(found(IdentityKind.ACCOUNT, VIDEO, "binh.tran@hv.example", null))
        .containsExactly("HV001 account_is_address [local_part]");
    assertThat(found(IdentityKind.MBOX, null, "mailto:le.an@hv.example", null))
        .containsExactly("HV004 account_is_address [local_part]");
    assertThat(found(IdentityKind.OPENID, null, "https://id.example/hv003/", null))
        .containsExactly("HV003 openid_ending []");
  }

  @Test
  void aLineThatNeedsQuotesHasThem() {
    assertThat(rows(IdentityKind.ACCOUNT, VIDEO, "Bình, \"B\"", "Trần Bình").get(0))
        .containsEntry("identity_line", "HV001,account,https://video.example,\"Bình, \"\"B\"\"\"");
    assertThat(rows(IdentityKind.MBOX, null, "mailto:x@y.example", "Trần Bình").get(0))
        .containsEntry("identity_line", "HV001,mbox,,mailto:x@y.example")
        .containsEntry("known_at_home_page", null);
  }

  @Test
  void whoHasNoNameIsFoundByNone() {
    assertThat(found(IdentityKind.ACCOUNT, VIDEO, "u9", "HV004")).isEmpty();
    assertThat(found(IdentityKind.ACCOUNT, VIDEO, "u9", "-")).isEmpty();
    assertThat(found(IdentityKind.ACCOUNT, VIDEO, "u9", " ")).isEmpty();
  }
}
