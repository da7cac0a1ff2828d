package vn.chuyencan.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged, odd and malicious statements among good ones: the fast path and the reference agree on
 * every one. {@code -Dchuyencan.fuzz=N} tries more cases than usual.
 */
class FastPathFuzzTest {
  private static final int CASES = Integer.getInteger("chuyencan.fuzz", 20_000);
  private static final int CASES_OF_FILE = 1_000;

  @TempDir Path folder;

  @Test
  void mutatedStatements() throws Exception {
    List<String> statements = statements();
    long fast = 0;
    long accepted = 0;
    for (int seed = 0; seed * CASES_OF_FILE < CASES; seed++) {
      Random random = new Random(seed);
      Mutations mutations = new Mutations(random, statements);
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      for (int i = 0; i < CASES_OF_FILE; i++) {
        lines.writeBytes(mutations.next());
        lines.write('\n');
        // So that what is remembered is used, and the fast path never gives up.
        String good = statements.get(random.nextInt(statements.size()));
        lines.writeBytes(good.getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
      }
      ScanOptions options = seed % 2 == 0 ? Scans.lenient() : Scans.strict();
      if (seed % 4 > 1) {
        options = options.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
      }
      Path file = Files.write(folder.resolve("fuzz" + seed + ".jsonl"), lines.toByteArray());
      BothPaths.Told told = BothPaths.same(file, options);
      fast += told.fast;
      accepted += told.counts.accepted();
    }
    assertThat(fast).isGreaterThan(accepted / 2);
  }

  private static List<String> statements() {
    List<String> statements = new ArrayList<>(Scans.lines("logstore-sample.jsonl.gz"));
    for (String line : Scans.lines("fun-mooc-sample.jsonl.gz").subList(0, 60)) {
      statements.add(line);
      ObjectNode other = Samples.parse(line);
      other.remove("id");
      other.put("stored", "2026-09-07T08:00:00.250+07:00");
      other.put("version", "1.0.3");
      other.set("authority", Samples.parse("{\"name\":\"Kho\",\"mbox\":\"mailto:lrs@lms.vn\"}"));
      other.set(
          "result",
          Samples.parse(
              "{\"score\":{\"raw\":7.50,\"min\":0,\"max\":10,\"scaled\":0.75},\"success\":true,"
                  + "\"response\":\"Đúng \\\"rồi\\\"\",\"duration\":\"PT1H2M3.25S\","
                  + "\"extensions\":{\"urn:z\":100,\"urn:a\":\"ữ\",\"urn:m\":{\"b\":[1,2]}}}"));
      ObjectNode context = (ObjectNode) other.get("context");
      context.set("instructor", Samples.parse("{\"mbox\":\"mailto:thay@lms.vn\"}"));
      context.put("registration", "9DC99B37-E920-4A68-A066-917FACA28949");
      context.put("platform", "LMS");
      context.put("revision", "Bản 2");
      context.put("language", "vi-VN");
      statements.add(other.toString());
    }
    for (int i = 0; i < 10; i++) {
      statements.add(Samples.statement(i).toString());
    }
    return statements;
  }
}
