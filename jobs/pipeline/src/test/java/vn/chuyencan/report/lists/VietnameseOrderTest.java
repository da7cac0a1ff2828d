package vn.chuyencan.report.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VietnameseOrderTest {
  private static final VietnameseOrder ORDER = new VietnameseOrder();

  /** Sorted by hand: given name, family name, middle names. */
  private static final List<String> SORTED =
      List.of(
          "An",
          "Lê An",
          "Nguyễn An",
          "Nguyễn Thị An",
          "Nguyễn Văn An",
          "Phạm An",
          "Lê Ánh",
          "Vũ Thị Ngọc Ánh",
          "Đỗ Ân",
          "Trần Bình",
          "Trần Bỉnh",
          "Trần Văn Cường",
          "Nguyễn Dũng",
          "Phạm Văn Dũng",
          "Nguyễn Đạt",
          "Phan Văn Đức",
          "H’Hen Eban",
          "Nguyễn Thu Hà",
          "Lê Thị Hoa",
          "Lê Hòa",
          "Phạm Hoà",
          "Vũ Hòa",
          "Lê Thị Hoan",
          "Ngô Oanh",
          "Nguyễn Ôn",
          "Nguyễn Ơn",
          "Giàng A Páo",
          "Cao Thu",
          "Cao Thư",
          "Đào Thư",
          "Âu Uyên",
          "Lò Ưng",
          "Nguyễn Thị Yến");

  private static Person person(String name) {
    return new Person("HV", name);
  }

  @Example
  void accordsWithAListThatWasSortedByHand() {
    List<Person> expected = SORTED.stream().map(VietnameseOrderTest::person).toList();
    for (int seed = 0; seed < 20; seed++) {
      List<Person> shuffled = new ArrayList<>(expected);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.sort(ORDER);

      assertThat(shuffled).isEqualTo(expected);
    }
  }

  @Example
  void tonesComeInTheirOrderAndAfterTheLetters() {
    List<String> words =
        List.of("Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mă", "Mằ", "Mẳ", "Mẵ", "Mắ", "Mặ", "Mâ", "Mầ");

    assertThat(words.stream().map(VietnameseOrderTest::person).sorted(ORDER).map(Person::fullName))
        .containsExactlyElementsOf(words);
    assertThat(ORDER.compare(person("Mạ"), person("Mai"))).isNegative();
    assertThat(ORDER.compare(person("Dự"), person("Đa"))).isNegative();
  }

  @Example
  void whereAToneIsWrittenDoesNotMatter() {
    // One given name in two spellings: the family names decide.
    assertThat(ORDER.compare(person("Vũ Hoà"), person("Lê Hòa"))).isPositive();
    assertThat(ORDER.compare(person("Lê Thuý"), person("Vũ Thúy"))).isNegative();
  }

  @Example
  void caseDoesNotComeBeforeTheFamilyName() {
    assertThat(ORDER.compare(person("VŨ VĂN AN"), person("Lê Văn An"))).isPositive();
    assertThat(ORDER.compare(person("LÊ VĂN AN"), person("Vũ Văn An"))).isNegative();
  }

  @Example
  void composedAndDecomposedNamesAreOne() {
    String name = "Nguyễn Thị Phượng";

    assertThat(ORDER.compare(person(Normalizer.normalize(name, Normalizer.Form.NFD)), person(name)))
        .isZero();
  }

  @Example
  void twoOfOneNameStandByTheirIds() {
    assertThat(ORDER.compare(new Person("HV004", "Lê An"), new Person("HV025", "Lê An")))
        .isNegative();
  }

  @Example
  void whoHasNoNameComesLast() {
    assertThat(ORDER.compare(new Person("A", ""), new Person("B", "Nguyễn Thị Yến"))).isPositive();
  }

  @Provide
  Arbitrary<Person> people() {
    Arbitrary<String> words =
        Arbitraries.of(
            "An",
            "Ân",
            "an",
            "Án",
            "Đạt",
            "Dat",
            "Hoà",
            "Hòa",
            "Hoa",
            "H’Hen",
            "A",
            "",
            " ",
            "=1",
            "Thị",
            "Thi\u0323",
            "Nguyễn",
            "NGUYỄN",
            "Ư",
            "Ơ",
            "Ô",
            "O",
            "12",
            "Ma-ri-a",
            "José");
    return Combinators.combine(
            words.list().ofMaxSize(4).map(list -> String.join(" ", list)),
            Arbitraries.of("1", "2", "10"))
        .as((name, id) -> new Person(id, name));
  }

  @Property(tries = 500)
  void isATotalOrder(
      @ForAll("people") Person one, @ForAll("people") Person two, @ForAll("people") Person three) {
    assertThat(Integer.signum(ORDER.compare(one, two)))
        .isEqualTo(-Integer.signum(ORDER.compare(two, one)));
    assertThat(ORDER.compare(one, two) == 0).isEqualTo(one.equals(two));
    if (ORDER.compare(one, two) <= 0 && ORDER.compare(two, three) <= 0) {
      assertThat(ORDER.compare(one, three)).isLessThanOrEqualTo(0);
    }
  }
}
