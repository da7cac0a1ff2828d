package vn.chuyencan.benchmarks.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What is damaged: one file of each kind that the program reads, small and right. */
enum Subjects {
  STATEMENTS("{id: s, kind: xapi, path: ./input}", "a.ndjson"),
  STATEMENT_RESULT("{id: s, kind: xapi, path: ./input}", "a.json"),
  PACKED_STATEMENTS("{id: s, kind: xapi, path: ./input}", "a.ndjson.gz"),
  DOWNLOAD("{id: s, kind: moodle-export, path: ./input, course: C1, year: 2026}", "log.csv"),
  TRACKING_LOG("{id: s, kind: openedx, path: ./input, site: 'https://openedx.example'}", "t.log"),
  LRS("", "answer.json"),
  REGISTER("{id: s, kind: xapi, path: ./input}", ""),
  CONFIGURATION("", ""),
  POLICY("", "");

  private static final int MOST_LINES = 40;
  private static final String LOG =
      "Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP"
          + " address\n"
          + "\"22/10/26, 08:05:31\",An,-,\"Course: A\",System,\"Course viewed\",\"The user with id"
          + " '7' viewed the course with id '2'.\",web,10.0.0.1\n"
          + "\"23/10/26, 08:06:31\",An,-,\"Quiz: B\",Quiz,\"Quiz attempt submitted\",\"The user with"
          + " id '7' has submitted the attempt with id '9'.\",web,10.0.0.1\n";
  private static final String TRACKED =
      "{\"username\": \"an\", \"event_type\": \"problem_check\", \"name\": \"problem_check\","
          + " \"event\": {\"problem_id\": \"block-v1:H+A+1+type@problem+block@p\", \"attempts\": 1,"
          + " \"grade\": 2, \"max_grade\": 3}, \"event_source\": \"server\", \"time\":"
          + " \"2026-09-07T01:00:00+00:00\", \"context\": {\"course_id\": \"course-v1:H+A+1\","
          + " \"user_id\": 7}}\n";

  private final String source;
  private final String file;

  Subjects(String source, String file) {
    this.source = source;
    this.file = file;
  }

  /** The source's line of the configuration; empty where the subject is not read by one. */
  String source() {
    return source;
  }

  String file() {
    return file;
  }

  /** A file that is right, by its name where that matters, else by none. */
  Map.Entry<String, byte[]> sample(Path home, Random random) throws IOException {
    if (this == REGISTER) {
      Path register = one(home.resolve("sample-data/registers"), ".csv", random);
      return Map.entry(register.getFileName().toString(), Files.readAllBytes(register));
    }
    return Map.entry("", content(home, random));
  }

  private byte[] content(Path home, Random random) throws IOException {
    return switch (this) {
      case STATEMENTS -> statements(home);
      case STATEMENT_RESULT, LRS ->
          ("{\"statements\":["
                  + String.join(
                          ",", new String(statements(home), StandardCharsets.UTF_8).split("\n", -1))
                      .replaceAll(",$", "")
                  + "],\"more\":\"\"}")
              .getBytes(StandardCharsets.UTF_8);
      case PACKED_STATEMENTS -> packed(statements(home));
      case DOWNLOAD -> LOG.repeat(1).getBytes(StandardCharsets.UTF_8);
      case TRACKING_LOG -> TRACKED.repeat(5).getBytes(StandardCharsets.UTF_8);
      case REGISTER -> throw new IllegalStateException("a register has a name");
      case CONFIGURATION -> Files.readAllBytes(home.resolve("sample-data/chuyencan.yaml"));
      case POLICY -> Files.readAllBytes(policy(home, random));
    };
  }

  private static Path policy(Path home, Random random) throws IOException {
    return one(home.resolve("schemas/policies"), ".yaml", random);
  }

  private static Path one(Path folder, String ending, Random random) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      return all.get(random.nextInt(all.size()));
    }
  }

  private static byte[] statements(Path home) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("logstore/2026-W36.ndjson", "video/2026-09.ndjson.gz")) {
      byte[] bytes = Files.readAllBytes(home.resolve("sample-data/statements").resolve(name));
      if (name.endsWith(".gz")) {
        bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      }
      new String(bytes, StandardCharsets.UTF_8).lines().limit(MOST_LINES).forEach(lines::add);
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
