package vn.chuyencan.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between a client and a server and cuts every connection that told too much. */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final long most;

  /**
   * @param most how many bytes of an answer pass before its connection is cut
   */
  public CuttingProxy(DatabaseServer server, long most) {
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

  private static void pass(Socket from, Socket to, long limit) {
    byte[] buffer = new byte[4096];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      long passed = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        passed += read;
        if (passed > limit) {
          return;
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
  }
}
