package vn.chuyencan.job.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Post;
import vn.chuyencan.model.PostKind;
import vn.chuyencan.model.PostText;
import vn.chuyencan.model.RegisterName;
import vn.chuyencan.model.RegisterRow;
import vn.chuyencan.model.Registers;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.testing.Repository;

class RegisterTextTest {

  @Test
  void everyRowOfTheSampleIsReadAsItWasWritten() throws IOException {
    Registers sample = RegisterReader.read(Repository.root().resolve("sample-data/registers"));
    Set<String> tried = new TreeSet<>();
    for (RegisterName name : RegisterName.values()) {
      List<RegisterRow> rows = sample.rows(name);
      assertThat(RegisterText.read(name, RegisterText.write(rows))).as(name.code()).isEqualTo(rows);
      if (!rows.isEmpty()) {
        tried.add(name.code());
      }
    }
    assertThat(tried).hasSizeGreaterThan(12);
  }

  @Test
  void whatNoSampleHasIsReadAsItWasWrittenToo() throws IOException {
    List<RegisterRow> posts =
        List.of(
            new Post(
                "C1",
                "L1",
                "F1",
                "p\n\"1\"",
                PostKind.TOPIC,
                "d1",
                Instant.parse("2026-09-07T01:02:03.123456Z"),
                true,
                null,
                new PostText(Long.MIN_VALUE, 7)));
    assertThat(RegisterText.read(RegisterName.POST, RegisterText.write(posts))).isEqualTo(posts);
  }
}
