package vn.chuyencan.source.coursepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Videos and sound recordings as {@code ffprobe} tells of them (Q3784-V.V). Where the program is
 * not installed nothing can be said, and the row says so.
 */
final class MediaProbe {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SECONDS = 120;

  private final String program;

  /**
   * @param program how the program is called
   */
  MediaProbe(String program) {
    this.program = program;
  }

  FileMeasure of(Path file) {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  program,
                  "-v",
                  "error",
                  "-print_format",
                  "json",
                  "-show_format",
                  "-show_streams",
                  file.toAbsolutePath().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException absent) {
      return FileMeasure.not("no_tool", program);
    }
    try {
      CompletableFuture<byte[]> said =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return process.getInputStream().readAllBytes();
                } catch (IOException broken) {
                  return new byte[0];
                }
              });
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return FileMeasure.not("unreadable", program + ": " + SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        return FileMeasure.not("unreadable", program + ": " + process.exitValue());
      }
      return read(new String(said.join(), StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return FileMeasure.not("unreadable", program);
    } finally {
      process.destroyForcibly();
    }
  }

  /** What the program printed, read: the first stream of pictures and the first of sound. */
  static FileMeasure read(String json) {
    JsonNode said;
    try {
      said = MAPPER.readTree(json);
    } catch (IOException broken) {
      return FileMeasure.not("unreadable", "ffprobe");
    }
    FileMeasure measure = FileMeasure.measured();
    JsonNode video = null;
    JsonNode audio = null;
    for (JsonNode stream : said.path("streams")) {
      boolean cover = stream.path("disposition").path("attached_pic").asInt() == 1;
      if (video == null && !cover && stream.path("codec_type").asText().equals("video")) {
        video = stream;
      } else if (audio == null && stream.path("codec_type").asText().equals("audio")) {
        audio = stream;
      }
    }
    if (video == null && audio == null) {
      return FileMeasure.not("unreadable", "ffprobe: 0 streams");
    }
    measure.with("duration_seconds", decimal(said.path("format").path("duration")));
    if (video != null) {
      measure
          .with("video_codec", video.path("codec_name").asText())
          .with("width", displayed(video))
          .with("height", BigDecimal.valueOf(video.path("height").asLong()));
    }
    if (audio != null) {
      BigDecimal rate = decimal(audio.path("bit_rate"));
      if (rate == null && video == null) {
        rate = decimal(said.path("format").path("bit_rate"));
      }
      measure
          .with("audio_codec", audio.path("codec_name").asText())
          .with("audio_kbps", rate == null ? null : rate.movePointLeft(3));
    }
    return measure.with("has_audio", audio != null);
  }

  /** The width as shown: pixels need not be square. */
  private static BigDecimal displayed(JsonNode video) {
    BigDecimal width = BigDecimal.valueOf(video.path("width").asLong());
    String[] ratio = video.path("sample_aspect_ratio").asText("1:1").split(":", -1);
    if (ratio.length != 2 || ratio[0].equals("0") || ratio[1].equals("0")) {
      return width;
    }
    return width
        .multiply(new BigDecimal(ratio[0]))
        .divide(new BigDecimal(ratio[1]), 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(JsonNode number) {
    try {
      return number.isMissingNode() ? null : new BigDecimal(number.asText());
    } catch (NumberFormatException notKnown) {
      return null;
    }
  }
}
