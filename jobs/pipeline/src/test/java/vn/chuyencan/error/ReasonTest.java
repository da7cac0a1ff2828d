package vn.chuyencan.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a file cannot be used is told in the reader's language, without the names of classes. */
class ReasonTest {
  private static String vietnamese(Throwable failure) {
    return Fault.of(ErrorCode.DRAFT_UNWRITABLE, "a.yaml", Reason.of(failure)).message(Language.VI);
  }

  @Test
  void noNameOfAClassAndNoEnglish() {
    Map.of(
            new NoSuchFileException("/x/y"), "không có tệp hay thư mục này (/x/y)",
            new UncheckedIOException(new NoSuchFileException("/x")),
                "không có tệp hay thư mục này (/x)",
            new AccessDeniedException("/x"), "không có quyền (/x)",
            new FileNotFoundException("/x/key (Permission denied)"), "không có quyền (/x/key)",
            new FileSystemException("/x", null, "Not a directory"), "đó không phải là thư mục (/x)",
            new IOException("Is a directory"), "đó là một thư mục, không phải tệp",
            new EOFException("Unexpected end of ZLIB input stream"), "nội dung bị cụt",
            new ZipException("invalid block type"), "dữ liệu nén bị hỏng",
            new MalformedInputException(1), "không phải văn bản UTF-8",
            new FileSystemException("/x"), "máy không cho biết vì sao (/x)")
        .forEach(
            (failure, words) ->
                assertThat(vietnamese(failure))
                    .isEqualTo(
                        "E5006: không ghi được tệp a.yaml: "
                            + words
                            + ". Hãy chỉ bằng --out một thư mục ghi được."));
  }

  @Test
  void aServerThatIsNotReached() {
    ConnectException unknown = new ConnectException();
    unknown.initCause(new UnresolvedAddressException());
    assertThat(vietnamese(unknown)).contains(": không tìm thấy máy chủ có tên ấy. ");
    assertThat(vietnamese(new UnknownHostException("lrs.example")))
        .contains(": không tìm thấy máy chủ có tên ấy. ");
    assertThat(vietnamese(new ConnectException("Connection refused")))
        .contains(": không máy nào trả lời ở đó. ");
    assertThat(vietnamese(new HttpTimeoutException("request timed out")))
        .contains(": chờ quá lâu mà không có trả lời. ");
    assertThat(vietnamese(new SSLHandshakeException("no cipher suites in common")))
        .contains(": không lập được kết nối bảo mật (TLS). ");
  }

  @Test
  void whatIsNotKnownIsQuoted() {
    assertThat(vietnamese(new IOException("keystore password was incorrect")))
        .contains("a.yaml: keystore password was incorrect. ");
    assertThat(vietnamese(new IOException())).contains("a.yaml: máy không cho biết vì sao. ");
  }

  @Test
  void aFileThatTheFailureDoesNotNameIsNamed() {
    assertThat(Fault.of(ErrorCode.SOURCE_UNREADABLE, "lms", Reason.of("a.gz", new EOFException())))
        .extracting(fault -> fault.what(Language.EN))
        .isEqualTo("the source lms cannot be read: its content breaks off (a.gz).");
    assertThat(Reason.of("/a", new NoSuchFileException("/a"))).containsOnlyOnce("/a");
    assertThat(Reason.ofNamed("/a", new NoSuchFileException("/a")))
        .isEqualTo(Reason.NO_FILE.mark());
    assertThat(Reason.ofNamed("/a", new NoSuchFileException("/a/b"))).endsWith(" (/a/b)");
    assertThat(Reason.ofNamed("/a", new IOException("no (/a)"))).isEqualTo("no (/a)");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyReasonHasWordsAndNoWordsAreWithoutReason(Language language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "vn.chuyencan.error.reasons", Locale.forLanguageTag(language.code()));
    assertThat(words.keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.of(Reason.values()).map(Enum::name).toList());
    for (Reason reason : Reason.values()) {
      assertThat(Reason.words("<" + reason.mark() + ">", language))
          .isEqualTo("<" + words.getString(reason.name()) + ">");
    }
  }
}
