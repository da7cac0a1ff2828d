package vn.chuyencan.benchmarks.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the data of {@code scripts/bench}: an institution with registers, and its history as one
 * file of statements a day. The same arguments always give the same bytes.
 *
 * <p>{@code GenerateData STATEMENTS LEARNERS WEEKS TERM_WEEKS DIRECTORY [gzip]} writes {@code
 * registers}, {@code statements}, two configurations, and {@code night} with the one day that
 * follows the history; with {@code gzip} the statements take a twelfth of the room.
 */
public final class GenerateData {
  private static final int THREADS = 2;

  private GenerateData() {}

  /** Writes. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    boolean gzip = arguments.length == 6 && arguments[5].equals("gzip");
    if (arguments.length != 5 && !gzip) {
      System.err.println(
          "usage: GenerateData STATEMENTS LEARNERS WEEKS TERM_WEEKS DIRECTORY [gzip]");
      System.exit(2);
    }
    Shape shape =
        new Shape(
            Long.parseLong(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    Path directory = Path.of(arguments[4]);
    writeInstitution(shape, directory);
    writeDays(shape, directory, gzip);
    System.out.println(shape.date(shape.night() - 1) + " " + shape.date(shape.night()));
  }

  private static void writeInstitution(Shape shape, Path directory) throws IOException {
    Path registers = Files.createDirectories(directory.resolve("registers"));
    for (Map.Entry<String, String> file : new RegisterText(shape).all().entrySet()) {
      Files.writeString(registers.resolve(file.getKey()), file.getValue());
    }
    configuration(directory.resolve("chuyencan.yaml"), "");
    configuration(directory.resolve("chuyencan-policy.yaml"), "policies: [flipped-classroom]");
  }

  private static void configuration(Path file, String policies) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      text.write(
          """
          institution: {id: bench, name: Học viện Sư phạm số, zone: Asia/Ho_Chi_Minh}
          warehouse: ./warehouse
          publish: ./published
          registers: ./registers
          sources:
            - {id: lms-xapi, kind: xapi, path: ./statements}
          %s
          """
              .formatted(policies));
    }
  }

  private static void writeDays(Shape shape, Path directory, boolean gzip)
      throws IOException, InterruptedException, ExecutionException {
    Path statements = Files.createDirectories(directory.resolve("statements"));
    Path night = Files.createDirectories(directory.resolve("night"));
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      ThreadLocal<StatementText> texts = ThreadLocal.withInitial(StatementText::new);
      List<Future<?>> days = new ArrayList<>();
      IntStream.rangeClosed(shape.firstDay(), shape.night())
          .forEach(
              day -> {
                Path folder = day == shape.night() ? night : statements;
                Path file = folder.resolve(shape.date(day) + (gzip ? ".ndjson.gz" : ".ndjson"));
                days.add(
                    workers.submit(
                        () -> {
                          try (OutputStream out = open(file, gzip)) {
                            writeDay(shape, day, texts.get(), out);
                          }
                          return null;
                        }));
              });
      for (Future<?> day : days) {
        day.get();
      }
    } finally {
      workers.shutdown();
    }
  }

  private static OutputStream open(Path file, boolean gzip) throws IOException {
    OutputStream plain = Files.newOutputStream(file);
    return gzip ? new QuickGzip(plain) : plain;
  }

  /** The quickest level: three fifths larger than the usual one, in two thirds of the time. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /**
   * Writes the file of a day: first what is sent again of the day before, then the day's
   * statements, some of them twice. The history's first day has no day before and repeats its own
   * instead.
   */
  static void writeDay(Shape shape, int day, StatementText text, OutputStream out)
      throws IOException {
    Bytes line = new Bytes(2 << 20);
    int repeats = shape.repeatsOf(day);
    boolean first = day == shape.firstDay();
    if (!first && repeats > 0) {
      List<Event> before = DayPlan.of(shape, day - 1);
      for (int nth = 0; nth < repeats; nth++) {
        text.write(before.get((int) ((long) nth * before.size() / repeats)), line);
      }
    }
    List<Event> events = DayPlan.of(shape, day);
    int wanted = first ? 2 * repeats : repeats;
    int done = 0;
    for (int nth = 0; nth < events.size(); nth++) {
      text.write(events.get(nth), line);
      if (done < wanted && (long) done * events.size() <= (long) nth * wanted) {
        // What was written a little earlier, once more.
        text.write(events.get(Math.max(0, nth - 17)), line);
        done++;
      }
      if (line.length() > 1 << 20) {
        line.writeTo(out);
      }
    }
    line.writeTo(out);
  }
}
