package vn.chuyencan.report.lists;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SafeNameTest {

  @Example
  void anOrdinaryIdIsItsOwnName() {
    assertThat(SafeName.of("LHDN-2026-1")).isEqualTo("LHDN-2026-1");
  }

  @Example
  void anIriBecomesANameOfItsOwn() {
    String one = SafeName.of("https://hoctap.example/course/view.php?id=21");
    String other = SafeName.of("https://hoctap.example/course/view.php/id=21");

    assertThat(one).startsWith("_https_hoctap.example_course_view.php_id_21-").isNotEqualTo(other);
  }

  @Property
  void noIdLeavesItsFolder(@ForAll String id) {
    String name = SafeName.of(id);

    assertThat(name).matches("[A-Za-z0-9_][A-Za-z0-9._-]*").doesNotEndWith(".");
    assertThat(name.length()).isLessThan(100);
    assertThat(name.equals(id) || name.startsWith("_")).isTrue();
  }

  @Example
  void whatSystemsKeepForThemselvesIsNotUsed() {
    for (String id : new String[] {"..", ".", "con", "NUL.txt", "lpt1", "-x", "a.", "", " "}) {
      assertThat(SafeName.of(id)).as(id).startsWith("_").isNotEqualTo(id);
    }
  }
}
