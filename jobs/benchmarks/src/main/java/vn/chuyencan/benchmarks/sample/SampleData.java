package vn.chuyencan.benchmarks.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.chuyencan.benchmarks.sample.institution.PackageContents;
import vn.chuyencan.benchmarks.sample.school.School;

/**
 * Makes {@code sample-data} of the repository: {@code registers}, {@code statements}, the school's
 * in {@code school}, and {@code README.md}, from a fixed seed. The same code always makes the same
 * content.
 *
 * <p>{@code SampleData DIRECTORY} writes; {@code SampleData --check DIRECTORY} writes nothing and
 * exits with 1 when a file differs from what would be written, is missing, or is one too many.
 */
public final class SampleData {
  private static final String CHECK = "--check";
  private static final String COMPRESSED = ".gz";
  private static final List<String> GENERATED =
      List.of("registers", "statements", "school/registers", "school/statements");

  private SampleData() {}

  /** Writes or checks. */
  public static void main(String[] arguments) throws IOException {
    boolean check = arguments.length == 2 && arguments[0].equals(CHECK);
    if (!check && arguments.length != 1) {
      System.err.println("usage: SampleData [--check] DIRECTORY");
      System.exit(2);
    }
    Path directory = Path.of(arguments[arguments.length - 1]);
    List<String> differences = check ? differences(directory) : write(directory);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    differences.forEach(out::println);
    if (check && !differences.isEmpty()) {
      out.println("sample-data is not what scripts/sample-data makes; run it and commit.");
      System.exit(1);
    }
  }

  /** Path below the directory → content, uncompressed where the path ends with {@code .gz}. */
  public static Map<String, byte[]> generate() {
    Story story = new Story();
    Map<String, byte[]> files = new TreeMap<>();
    RegisterFiles.of(story).forEach((name, text) -> files.put("registers/" + name, utf8(text)));
    PackageContents.all().forEach((path, bytes) -> files.put("registers/" + path, bytes));
    StatementFiles.of(story).forEach((name, bytes) -> files.put("statements/" + name, bytes));
    School.registers()
        .forEach(
            (name, rows) ->
                files.put("school/registers/" + name + ".csv", utf8(RegisterFiles.text(rows))));
    School.statements().forEach((name, text) -> files.put("school/statements/" + name, utf8(text)));
    files.put("README.md", utf8(Readme.of(story, files)));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> write(Path directory) throws IOException {
    List<String> written = new ArrayList<>();
    Map<String, byte[]> files = generate();
    for (String surplus : surplus(directory, files.keySet())) {
      Files.delete(directory.resolve(surplus));
      written.add("removed " + surplus);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      // Compressors differ between machines; a file whose content is right is left alone.
      if (!Files.exists(path) || !Arrays.equals(content(path), file.getValue())) {
        Files.createDirectories(path.getParent());
        Files.write(path, isCompressed(path) ? compressed(file.getValue()) : file.getValue());
        written.add("wrote " + file.getKey());
      }
    }
    return written;
  }

  /** What a fresh generation would change in the directory, one line each. */
  public static List<String> differences(Path directory) throws IOException {
    List<String> differences = new ArrayList<>();
    Map<String, byte[]> files = generate();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      if (!Files.exists(path)) {
        differences.add("missing " + file.getKey());
      } else if (!Arrays.equals(content(path), file.getValue())) {
        differences.add("differs " + file.getKey());
      }
    }
    surplus(directory, files.keySet()).forEach(path -> differences.add("surplus " + path));
    return differences;
  }

  private static Set<String> surplus(Path directory, Set<String> expected) throws IOException {
    Set<String> surplus = new HashSet<>();
    for (String folder : GENERATED) {
      Path root = directory.resolve(folder);
      if (Files.exists(root)) {
        try (Stream<Path> paths = Files.walk(root)) {
          paths
              .filter(Files::isRegularFile)
              .map(path -> directory.relativize(path).toString())
              .filter(path -> !expected.contains(path))
              .forEach(surplus::add);
        }
      }
    }
    return surplus;
  }

  private static boolean isCompressed(Path path) {
    return path.toString().endsWith(COMPRESSED);
  }

  private static byte[] content(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    if (!isCompressed(path)) {
      return bytes;
    }
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    }
  }

  private static byte[] compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Java's writer leaves the time in the header zero.
    try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }
}
