package vn.chuyencan.source.coursepackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chuyencan.table.TableContract;

/** Course packages that were made to harm whoever measures them. */
class HostilePackagesTest {
  private static final String SLIDE = "ppt/slides/slide1.xml";

  @TempDir private Path folder;
  private Path registers;

  @BeforeEach
  void make() throws IOException {
    registers = Files.createDirectory(folder.resolve("registers"));
    Files.writeString(folder.resolve("secret.txt"), "the secret", StandardCharsets.UTF_8);
  }

  private Map<String, String> measured(String path) {
    Object[] row =
        new PackageFiles(registers, "no-such-ffprobe")
            .rows(List.of(Map.of("course_code", "M", "item_id", "i", "path", path)))
            .get(0);
    List<String> columns =
        TableContract.of("package_file").columns().stream().map(column -> column.name()).toList();
    return Map.of(
        "state",
        String.valueOf(row[columns.indexOf("state")]),
        "whole",
        java.util.Arrays.toString(row));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.txt", "/etc/passwd", "a/../../secret.txt", "..\\secret.txt"})
  void whatLiesOutsideIsNotRead(String path) {
    assertThat(measured(path)).containsEntry("state", "missing");
  }

  @Test
  void aLinkLeadsNowhereOutside() throws IOException {
    Path outside = folder.resolve("outside.pptx");
    Files.write(outside, deck(""));
    Files.createSymbolicLink(registers.resolve("link.pptx"), outside);

    assertThat(measured("link.pptx")).containsEntry("state", "missing");
  }

  @Test
  void anExternalEntityIsNotFollowed() throws IOException {
    Files.write(
        registers.resolve("x.pptx"),
        deck(
            "<!DOCTYPE p:sld [<!ENTITY x SYSTEM \""
                + folder.resolve("secret.txt").toUri()
                + "\">]>"));

    assertThat(measured("x.pptx").get("whole")).doesNotContain("the secret");
    assertThat(measured("x.pptx")).containsEntry("state", "unreadable");
  }

  @Test
  void entitiesOfEntitiesAreNotMultiplied() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE p:sld [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
    }
    Files.write(
        registers.resolve("l.pptx"), deck(laughs + "]>", "&l29;".getBytes(StandardCharsets.UTF_8)));

    assertThat(measured("l.pptx")).containsEntry("state", "unreadable");
  }

  /** Some hundred kilobytes that unpack to a hundred megabytes. */
  @Test
  void aZipBombIsRefused() throws IOException {
    byte[] blanks = new byte[100 << 20];
    java.util.Arrays.fill(blanks, (byte) ' ');
    byte[] packed = deck("", blanks);
    assertThat(packed.length).isLessThan(1 << 20);
    Files.write(registers.resolve("bomb.pptx"), packed);

    assertThat(measured("bomb.pptx")).containsEntry("state", "unreadable");
  }

  private static byte[] deck(String prologue) throws IOException {
    return deck(prologue, new byte[0]);
  }

  /** A deck of one slide, before whose root something stands and in whose tree something else. */
  private static byte[] deck(String prologue, byte[] within) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (XMLSlideShow show = new XMLSlideShow()) {
      show.createSlide();
      show.write(plain);
    }
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(SLIDE)) {
          write(new String(in.readAllBytes(), StandardCharsets.UTF_8), prologue, within, out);
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return changed.toByteArray();
  }

  private static void write(String slide, String prologue, byte[] within, OutputStream out)
      throws IOException {
    int root = slide.indexOf("<p:sld");
    int inside = slide.indexOf('>', root) + 1;
    String start = slide.substring(0, root) + prologue + slide.substring(root, inside);
    out.write(start.getBytes(StandardCharsets.UTF_8));
    out.write(within);
    out.write(slide.substring(inside).getBytes(StandardCharsets.UTF_8));
  }
}
