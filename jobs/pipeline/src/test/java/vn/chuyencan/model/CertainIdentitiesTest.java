package vn.chuyencan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertainIdentitiesTest {
  private static Identity mail(String learner, String address) {
    return new Identity(learner, IdentityKind.MBOX, null, address);
  }

  private static Identity hash(String learner, String hash) {
    return new Identity(learner, IdentityKind.MBOX_SHA1SUM, null, hash);
  }

  @Test
  void anAddressIsKnownByItsHashesToo() {
    List<String> hashes = MailHash.all("mailto:An.Le@hvsp.example");

    assertThat(hashes).hasSize(4).startsWith(MailHash.of("mailto:An.Le@hvsp.example"));
    assertThat(hashes)
        .contains(
            MailHash.of("mailto:an.le@hvsp.example"),
            MailHash.of("An.Le@hvsp.example"),
            MailHash.of("an.le@hvsp.example"));
    assertThat(CertainIdentities.of(List.of(mail("HV1", "An.Le@hvsp.example"))))
        .hasSize(5)
        .allSatisfy((identifier, learner) -> assertThat(learner).isEqualTo("HV1"))
        .containsKey("mbox_sha1sum|" + MailHash.of("an.le@hvsp.example"));
  }

  @Test
  void theHashIsTheOneOfTheSpecification() {
    // sha1 of "abc", as FIPS 180 gives it.
    assertThat(MailHash.of("abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
  }

  @Test
  void whatIsStatedStandsAboveWhatFollows() {
    String bare = MailHash.of("an@hvsp.example");

    assertThat(
            CertainIdentities.of(List.of(mail("HV1", "an@hvsp.example"), hash("HV2", bare)))
                .get("mbox_sha1sum|" + bare))
        .isEqualTo("HV2");
  }

  @Test
  void aHashThatWouldMeanTwoLearnersMeansNobody() {
    // Two addresses that differ in case only have one hash in lower case.
    Map<String, String> owners =
        CertainIdentities.of(
            List.of(mail("HV1", "An@hvsp.example"), mail("HV2", "an@hvsp.example")));

    assertThat(owners)
        .doesNotContainKey("mbox_sha1sum|" + MailHash.of("mailto:an@hvsp.example"))
        .containsEntry("mbox_sha1sum|" + MailHash.of("mailto:An@hvsp.example"), "HV1")
        .containsEntry("mbox|mailto:an@hvsp.example", "HV2");
  }
}
