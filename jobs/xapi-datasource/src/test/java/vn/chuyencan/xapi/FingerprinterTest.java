package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is the same address and the same text, and what is not. */
class FingerprinterTest {
  private static Fingerprinter under(String secret) {
    return new Fingerprinter(
        Fingerprints.of(
            secret.getBytes(StandardCharsets.UTF_8), EnumSet.allOf(Fingerprints.Thing.class)));
  }

  private static final Fingerprinter ONE = under("one");

  @Test
  void anAddressIsKeyedAndTellsItsFamily() {
    OptionalLong four = ONE.address("203.0.113.9");
    assertThat(four)
        .isEqualTo(ONE.address(" 203.0.113.9 "))
        .isNotEqualTo(ONE.address("203.0.113.8"));
    assertThat(four).isNotEqualTo(under("two").address("203.0.113.9"));
    assertThat(four.getAsLong() & 1).isZero();
    // A device changes the second half of its address.
    OptionalLong six = ONE.address("2001:db8::1");
    assertThat(six).isEqualTo(ONE.address("2001:DB8:0:0:ffff::2"));
    assertThat(six).isNotEqualTo(ONE.address("2001:db8:0:1::1"));
    assertThat(six.getAsLong() & 1).isOne();
  }

  @Test
  void whatIsNoAddressHasNone() {
    for (String text : new String[] {null, "", "0.0.0.0", "::", "localhost", "cron", "1.2.3.999"}) {
      assertThat(ONE.address(text)).as(text).isEmpty();
    }
  }

  @Test
  void aTextIsComparedWithoutMarkupQuotationsCasesAndSpaces() {
    String compared = Fingerprinter.compared("Học tập  đảo ngược, giúp “em” chủ động & tự tin.");
    assertThat(compared).isEqualTo("học tập đảo ngược, giúp em chủ động & tự tin.");
    for (String same :
        new String[] {
          "<p>HỌC TẬP đảo ngược,</p>\n<p>giúp <b>em</b>&nbsp;chủ động &amp; tự tin.</p>",
          "<blockquote class='q'><p>Bạn nghĩ sao?</p></blockquote>Học tập đảo ngược, giúp 'em'"
              + " chủ động &#38; tự tin.",
          "> Bạn nghĩ sao?\nHo\u0323c tập đảo ngược, giúp em chủ động &#x26; tự tin."
        }) {
      assertThat(Fingerprinter.compared(same)).isEqualTo(compared);
    }
    assertThat(Fingerprinter.compared("Học tập đảo ngược giúp em chủ động & tự tin."))
        .isNotEqualTo(compared);
    assertThat(ONE.text("<p>ế</p>").characters()).isEqualTo(1);
    assertThat(ONE.text("a").key()).isNotEqualTo(under("two").text("a").key());
    assertThat(ONE.text("<p> </p>")).isNull();
    assertThat(ONE.text(null)).isNull();
  }

  @Test
  void ofStatementsTheResponseOfAPostIsTaken() {
    ObjectNode post = Samples.moodle("\\mod_forum\\event\\discussion_created", "create");
    ObjectNode definition = (ObjectNode) post.get("object").get("definition");
    definition.put("type", "http://id.tincanapi.com/activitytype/discussion");
    post.putObject("result").put("response", "Em \"xin\" hỏi");
    Scans.Event told = Scans.scan(post + "\n", Scans.fingerprinting()).event();
    Fingerprinter expected =
        new Fingerprinter(Fingerprints.of(Scans.SECRET, EnumSet.allOf(Fingerprints.Thing.class)));
    assertThat(told.textKey()).isEqualTo(expected.text("em xin hỏi").key());
    assertThat(told.textCharacters()).isEqualTo(10);
    assertThat(Scans.scan(post + "\n", Scans.lenient()).event().textKey()).isNull();
    // An answer to a question is no post.
    definition.put("type", "http://adlnet.gov/expapi/activities/cmi.interaction");
    assertThat(Scans.scan(post + "\n", Scans.fingerprinting()).event().textKey()).isNull();
  }

  @Test
  void nothingIsTakenUnlessWanted() {
    Fingerprinter none = new Fingerprinter(Fingerprints.NONE);
    assertThat(none.address("203.0.113.9")).isEmpty();
    assertThat(none.text("a")).isNull();
    byte[] secret = {1};
    Fingerprints addresses = Fingerprints.of(secret, Set.of(Fingerprints.Thing.ADDRESS));
    assertThat(new Fingerprinter(addresses).text("a")).isNull();
    assertThat(new Fingerprinter(addresses).address("203.0.113.9")).isPresent();
    assertThat(addresses).hasToString("Fingerprints[ADDRESS]");
  }
}
