package vn.chuyencan.source.lrs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * An answer in a file that is never longer than a page of statements can be: a server that sends
 * for ever, or a few packed bytes that become gigabytes, would fill the disk.
 */
final class LimitedFile {
  /** Bytes; a page has some hundred statements, of which a long one has some ten thousand. */
  static final long LONGEST = 256L << 20;

  private LimitedFile() {}

  /** It would be longer. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLong(long longest) {
      super("more than " + longest + " bytes");
    }
  }

  /** Writes the answer into the file, and fails when it is longer. */
  static BodyHandler<Path> handler(Path file, long longest) {
    BodyHandler<Path> whole = BodyHandlers.ofFile(file);
    return info -> new Limited(whole.apply(info), longest);
  }

  /** Fails when more is read. */
  static InputStream of(InputStream in, long longest) {
    return new FilterInputStream(in) {
      private long left = longest;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
          throw new TooLong(longest);
        }
        return read;
      }
    };
  }

  private static final class Limited implements BodySubscriber<Path> {
    private final BodySubscriber<Path> whole;
    private final long longest;
    private long left;
    private Flow.Subscription subscription;

    Limited(BodySubscriber<Path> whole, long longest) {
      this.whole = whole;
      this.longest = longest;
      this.left = longest;
    }

    @Override
    public CompletionStage<Path> getBody() {
      return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
      if (left < 0) {
        return;
      }
      for (ByteBuffer buffer : part) {
        left -= buffer.remaining();
      }
      if (left < 0) {
        subscription.cancel();
        whole.onError(new TooLong(longest));
      } else {
        whole.onNext(part);
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.onError(failure);
    }

    @Override
    public void onComplete() {
      if (left >= 0) {
        whole.onComplete();
      }
    }
  }
}
