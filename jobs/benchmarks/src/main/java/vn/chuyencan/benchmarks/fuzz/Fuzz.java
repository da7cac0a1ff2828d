package vn.chuyencan.benchmarks.fuzz;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import vn.chuyencan.error.Language;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.job.ConfigurationLoader;
import vn.chuyencan.job.IngestJob;
import vn.chuyencan.job.Night;
import vn.chuyencan.job.Progress;
import vn.chuyencan.model.Batch;
import vn.chuyencan.model.Registers;
import vn.chuyencan.model.Tombstones;
import vn.chuyencan.policy.PolicyLoader;
import vn.chuyencan.source.register.RegisterReader;
import vn.chuyencan.table.FileTrees;
import vn.chuyencan.table.Lake;
import vn.chuyencan.table.LocalFiles;
import vn.chuyencan.work.ThreadWorkers;
import vn.chuyencan.work.Workers;

/**
 * Gives the program damaged input in quantity, in one process: files of statements, downloads,
 * tracking logs, answers of an LRS, registers, configurations, policies. Whatever comes, it is
 * taken in with its equation or refused with a numbered error; never another exception, never
 * longer than a limit, never more memory than the heap has. A case is repeated by its seed.
 */
public final class Fuzz {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final List<Subjects> SUBJECTS = List.of(Subjects.values());
  private static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);

  private final Path home;
  private final Path work;
  private final Workers workers;
  private final Map<Subjects, int[]> outcomes = new EnumMap<>(Subjects.class);

  private Fuzz(Path home, Path work) {
    this.home = home;
    this.work = work;
    Configuration hadoop = new Configuration();
    hadoop.set("fs.file.impl", LocalFiles.class.getName());
    this.workers = new ThreadWorkers(2, hadoop);
  }

  /**
   * Arguments: home of the repository, a folder to work in, first seed, how many cases, seconds at
   * most.
   */
  public static void main(String[] arguments) throws Exception {
    int failures =
        run(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Long.parseLong(arguments[2]),
            Integer.parseInt(arguments[3]),
            Long.parseLong(arguments[4]));
    System.exit(failures == 0 ? 0 : 1);
  }

  /** How many of so many cases fail, begun within so many seconds. */
  static int run(Path home, Path work, long first, int cases, long seconds) throws Exception {
    Fuzz fuzz = new Fuzz(home, work);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (Subjects subject : Subjects.values()) {
      fuzz.requireTaken(subject);
    }
    int failures = 0;
    int done = 0;
    while (done < cases && System.nanoTime() < end) {
      failures += fuzz.one(first + done) ? 0 : 1;
      done++;
    }
    fuzz.outcomes.forEach(
        (subject, counts) ->
            System.out.println(
                subject.name().toLowerCase(Locale.ROOT)
                    + ": "
                    + counts[0]
                    + " taken in, "
                    + counts[1]
                    + " refused"));
    System.out.println(done + " cases from seed " + first + ", " + failures + " failures");
    return failures;
  }

  /** What is right must be taken in, or its damages would say nothing. */
  private void requireTaken(Subjects subject) throws IOException {
    try {
      Map.Entry<String, byte[]> right = subject.sample(home, new Random(0));
      attempt(subject, right.getKey(), right.getValue());
    } catch (PipelineException refused) {
      throw new IllegalStateException(subject + " is refused undamaged", refused);
    }
  }

  private boolean one(long seed) throws Exception {
    Random random = new Random(seed);
    Subjects subject = SUBJECTS.get(Math.floorMod(seed, SUBJECTS.size()));
    Map.Entry<String, byte[]> right = subject.sample(home, random);
    byte[] damaged = new Mutator(random).mutated(right.getValue());
    if (subject == Subjects.STATEMENTS && random.nextInt(8) == 0) {
      damaged = Subjects.packed(damaged);
    }
    byte[] input = damaged;
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      boolean taken =
          thread
              .submit(() -> run(subject, right.getKey(), input))
              .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      outcomes.computeIfAbsent(subject, one -> new int[2])[taken ? 0 : 1]++;
      return true;
    } catch (ExecutionException failed) {
      return told(seed, subject, input, failed.getCause());
    } catch (TimeoutException hangs) {
      return told(seed, subject, input, hangs);
    } finally {
      thread.shutdownNow();
    }
  }

  private boolean told(long seed, Subjects subject, byte[] input, Throwable why)
      throws IOException {
    Path kept = work.resolveSibling("failure-" + seed);
    Files.write(kept, input);
    System.out.println("FAIL: seed " + seed + ", " + subject + ", input kept in " + kept);
    why.printStackTrace(System.out);
    return false;
  }

  /** Whether the input was taken in; false: refused as it should be. */
  private boolean run(Subjects subject, String name, byte[] input) throws IOException {
    try {
      attempt(subject, name, input);
      return true;
    } catch (PipelineException refused) {
      for (Language language : Language.values()) {
        refused.faults().forEach(fault -> requireText(fault.message(language)));
      }
      if (refused.exitStatus() == 1) {
        throw refused;
      }
      return false;
    }
  }

  private void attempt(Subjects subject, String name, byte[] input) throws IOException {
    switch (subject) {
      case POLICY ->
          PolicyLoader.fromText("policy.yaml", new String(input, StandardCharsets.UTF_8));
      case CONFIGURATION -> {
        Path file = fresh().resolve("chuyencan.yaml");
        Files.write(file, input);
        ConfigurationLoader.load(file, variable -> null);
      }
      case REGISTER -> register(name, input);
      case LRS -> lrs(input);
      default -> {
        Path folder = Files.createDirectories(fresh().resolve("input"));
        Files.write(folder.resolve(subject.file()), input);
        night(subject.source());
      }
    }
  }

  private static void requireText(String message) {
    if (message.isBlank()) {
      throw new IllegalStateException("a fault says nothing");
    }
  }

  private Path fresh() throws IOException {
    if (Files.exists(work)) {
      FileTrees.delete(work);
    }
    return Files.createDirectories(work);
  }

  private void register(String name, byte[] input) throws IOException {
    Path folder = Files.createDirectories(fresh().resolve("registers"));
    try (Stream<Path> files = Files.list(home.resolve("sample-data/registers"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.write(folder.resolve(name), input);
    RegisterReader.read(folder);
    RegisterReader.institution(folder, Tombstones.NONE);
  }

  private void lrs(byte[] input) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, input.length == 0 ? -1 : input.length);
            exchange.getResponseBody().write(input);
          }
        });
    server.start();
    try {
      fresh();
      night(
          "{id: s, kind: lrs, url: 'http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/xapi', max_retries: 0, timeout: PT5S}");
    } finally {
      server.stop(0);
    }
  }

  private void night(String source) throws IOException {
    Path file = work.resolve("chuyencan.yaml");
    Files.writeString(
        file,
        "institution: {id: fuzz, name: Fuzz, zone: Asia/Ho_Chi_Minh}\nwarehouse: ./warehouse\n"
            + "publish: ./published\nregisters: ./registers\ngate: {max_rejected_share: 1}\nsources:\n  - "
            + source
            + "\npolicies: [flipped-classroom]\n");
    vn.chuyencan.job.Configuration configuration = ConfigurationLoader.load(file, variable -> null);
    Lake lake = Lake.open(workers.hadoop(), configuration.warehouse());
    lake.recover();
    Night night =
        new Night(
            configuration,
            Registers.NONE,
            lake,
            workers,
            AS_OF,
            Instant.parse("2027-01-01T00:00:00Z"),
            "fuzz");
    List<Batch> batches = IngestJob.run(night, Progress.NONE);
    for (Batch batch : batches) {
      long parts =
          batch.accepted()
              + batch.duplicate()
              + batch.voided()
              + batch.conflicting()
              + batch.rejected()
              + batch.outOfScope();
      if (batch.read() != parts) {
        throw new IllegalStateException("the equation is broken: " + batch);
      }
    }
    lake.ended(false);
  }
}
