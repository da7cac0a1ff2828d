package vn.chuyencan.benchmarks.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A single file of statements. */
public final class OneDay {
  private OneDay() {}

  /** Writes the first day of a history that has so many statements a day. */
  public static void write(int statements, Path file) throws IOException {
    Shape shape = new Shape(statements * 7L, 300, 1, 1);
    try (OutputStream out = Files.newOutputStream(file)) {
      GenerateData.writeDay(shape, 0, new StatementText(), out);
    }
  }
}
