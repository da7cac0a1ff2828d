package vn.chuyencan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a client and a server, and does with every connection that told so much what it
 * was made for: cuts it, falls silent, or waits until it is told to go on.
 */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final long most;
  private final Then then;
  private final CountDownLatch came = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);

  private enum Then {
    CUT,
    WAIT
  }

  /**
   * @param most how many bytes of an answer pass before its connection is cut
   */
  public CuttingProxy(DatabaseServer server, long most) {
    this(server, most, Then.CUT);
  }

  /** One that says no more after so many bytes and keeps the connection. */
  public static CuttingProxy silent(DatabaseServer server, long most) {
    return new CuttingProxy(server, most, Then.WAIT);
  }

  /** One that waits after so many bytes for {@link #goOn}. */
  public static CuttingProxy slow(DatabaseServer server, long most) {
    return new CuttingProxy(server, most, Then.WAIT);
  }

  private CuttingProxy(DatabaseServer server, long most, Then then) {
    this.then = then;
    this.host = server.host();
    this.port = server.port();
    this.most = most;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** Waits until a connection told so much. */
  public void awaitMost() {
    await(came);
  }

  /** Lets what waits pass on. */
  public void goOn() {
    goesOn.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket client = entrance.accept();
        Socket server = new Socket(host, port);
        start(() -> pass(client, server, Long.MAX_VALUE));
        start(() -> pass(server, client, most));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, long limit) {
    byte[] buffer = new byte[4096];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      long passed = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passed += read;
        if (passed > limit) {
          came.countDown();
          if (then == Then.CUT) {
            return;
          }
          await(goesOn);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException cut) {
      // The other direction was closed.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    goOn();
  }
}
