package vn.chuyencan.source.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.error.Language;

/** As whom and by which way an LRS is reached: token, TLS, proxy. */
class LrsAccessTest {
  private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
  private static final String WORD = "doi-mat-khau";

  @TempDir private static Path keys;
  @TempDir private Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "lrs",
        "-keyalg",
        "EC",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "SAN=IP:127.0.0.1",
        "-validity",
        "30",
        "-keystore",
        "lrs.p12",
        "-storepass",
        WORD);
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "lrs",
        "-file",
        "lrs.pem",
        "-keystore",
        "lrs.p12",
        "-storepass",
        WORD);
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "lrs",
        "-file",
        "lrs.pem",
        "-keystore",
        "trust.p12",
        "-storepass",
        WORD);
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "lrs",
        "-file",
        "lrs.pem",
        "-keystore",
        "trust.jks",
        "-storetype",
        "JKS",
        "-storepass",
        WORD);
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(keys.toFile())
            .redirectErrorStream(true)
            .redirectOutput(keys.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(keys.resolve("keytool.log"))).isZero();
  }

  private static HttpServer secure(InetSocketAddress address) {
    try {
      KeyStore store = KeyStore.getInstance(keys.resolve("lrs.p12").toFile(), WORD.toCharArray());
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, WORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      HttpsServer server = HttpsServer.create(address, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTokenComesFromAFileEveryNight() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, "\uFEFFabc.DEF-1~\r\n");
    try (FakeLrs lrs = new FakeLrs()) {
      LrsSettings settings = LrsSettings.of("lrs", lrs.url()).token(Secret.inFile(file)).build();
      Pulls pulls = new Pulls(folder.resolve("spool"));
      pulls.night(settings);
      Files.writeString(file, "next");
      pulls.night(settings);
      assertThat(lrs.authorizations).containsExactly("Bearer abc.DEF-1~", "Bearer next");

      Files.writeString(file, "geheim niss");
      Fault blank = pulls.fault(settings, ErrorCode.CONFIGURATION_VALUE_INVALID);
      assertThat(blank.message(Language.EN)).doesNotContain("geheim");
      Files.writeString(file, "\n");
      pulls.fault(settings, ErrorCode.SECRET_FILE_UNUSABLE);
      Files.writeString(file, "x".repeat(70_000));
      pulls.fault(settings, ErrorCode.SECRET_FILE_UNUSABLE);
      Files.delete(file);
      Fault gone = pulls.fault(settings, ErrorCode.SECRET_FILE_UNUSABLE);
      assertThat(gone.message(Language.EN))
          .isEqualTo(
              "E3020: the file "
                  + file
                  + " that token names cannot be used: there is no such file or folder."
                  + " Name another, or mend this one.");
      assertThat(gone.code().kind().exitStatus()).isEqualTo(3);
      assertThat(lrs.requests).hasSize(2);
    }
  }

  @Test
  void anAuthorityOfItsOwnIsTrustedWhenItIsGiven() throws IOException {
    try (FakeLrs lrs = new FakeLrs(LrsAccessTest::secure)) {
      lrs.pageSize = 1;
      lrs.store(FIRST, FIRST);
      lrs.store(FIRST, FIRST);
      String url = lrs.url().replace("http:", "https:");
      Path password = folder.resolve("password");
      Files.writeString(password, WORD);
      for (String store : List.of("trust.p12", "trust.jks", "lrs.pem")) {
        Pulls pulls = new Pulls(folder.resolve(store));
        pulls.night(
            LrsSettings.of("lrs", url)
                .trustStore(keys.resolve(store), Secret.inFile(password))
                .build());
        assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
      }
    }
  }

  @Test
  void nobodyElseIsTrusted() {
    try (FakeLrs lrs = new FakeLrs(LrsAccessTest::secure)) {
      Pulls pulls = new Pulls(folder);
      String url = lrs.url().replace("http:", "https:");
      LrsSettings settings = LrsSettings.of("lrs", url).build();
      pulls.fault(settings, ErrorCode.LRS_NOT_TRUSTED);
      // The certificate is of another name.
      pulls.fault(
          LrsSettings.of("lrs", url.replace("127.0.0.1", "localhost"))
              .trustStore(keys.resolve("lrs.pem"), null)
              .build(),
          ErrorCode.LRS_NOT_TRUSTED);
      assertThat(pulls.waits).isEmpty();
      assertThat(lrs.requests).isEmpty();
    }
  }

  @Test
  void aTrustStoreThatCannotBeUsedIsToldBeforeAnybodyIsAsked() throws IOException {
    Path nothing = folder.resolve("nothing.pem");
    Files.writeString(nothing, "no certificate");
    Path broken = folder.resolve("broken.pem");
    Files.writeString(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (Path store :
        List.of(folder.resolve("absent"), nothing, broken, keys.resolve("trust.p12"))) {
      LrsSettings settings =
          LrsSettings.of("lrs", "https://127.0.0.1:9/xapi")
              .trustStore(store, Secret.of("sai"))
              .build();
      Fault fault =
          new Pulls(folder.resolve("spool")).fault(settings, ErrorCode.TRUST_STORE_UNUSABLE);
      assertThat(fault.arguments()).startsWith(store.toString());
    }
  }

  /** The proxy hands on what is asked of it, and notes it. */
  @Test
  void aProxyIsAskedInstead() throws Exception {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    ExecutorService threads = Executors.newCachedThreadPool();
    try (FakeLrs lrs = new FakeLrs();
        ServerSocket proxy = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      lrs.store(FIRST, FIRST);
      threads.execute(() -> serve(proxy, lrs.port(), asked));
      Pulls pulls = new Pulls(folder);
      pulls.night(
          LrsSettings.of("lrs", "http://lrs.invalid/xapi")
              .proxy("http://127.0.0.1:" + proxy.getLocalPort())
              .build());
      assertThat(asked).singleElement().asString().startsWith("GET http://lrs.invalid/xapi/");
      assertThat(pulls.taken).containsExactlyElementsOf(lrs.all());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void serve(ServerSocket proxy, int port, List<String> asked) {
    try (Socket client = proxy.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      InputStream in = client.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      List<String> lines = Arrays.asList(head.toString().split("\r\n", -1));
      asked.add(lines.get(0));
      String request =
          String.join("\r\n", lines)
              .replace("http://lrs.invalid/", "/")
              .replaceFirst("(?i)connection: [^\r]*", "Connection: close");
      OutputStream out = server.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server that repeats what it was sent may do so in JSON. */
  @Test
  void noMessageTellsASecretHoweverItIsEscaped() {
    String word = "S3cr\"t/P\u00e4&ss";
    LrsAccess.Opened opened = new LrsAccess.Opened("Basic x", List.of("x9", word));
    for (String told :
        List.of(word, "S3cr\\\"t/P\u00e4&ss", "S3cr\\\"t/P\\u00e4&ss", "S3cr\\\"t\\/P\\u00e4&ss")) {
      assertThat(opened.without("[" + told + "]")).as(told).isEqualTo("[***]");
    }
  }
}
