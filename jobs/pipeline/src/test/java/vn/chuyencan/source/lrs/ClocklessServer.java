package vn.chuyencan.source.lrs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that sends no {@code Date}, which the JDK's own always does: one page for everybody. */
final class ClocklessServer implements AutoCloseable {
  private final ServerSocket socket;
  private final byte[] answer;

  ClocklessServer(String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    answer =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "X-Experience-API-Version: 1.0.3\r\nContent-Length: "
                + content.length
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.UTF_8);
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread server = new Thread(this::serve, "clockless");
    server.setDaemon(true);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/xapi");
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept();
          OutputStream out = client.getOutputStream()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
          line = in.readLine();
        }
        out.write(answer);
      } catch (IOException failure) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(failure);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
