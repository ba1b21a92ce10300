package dev.debrief.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The process's standard output, which knows why it stopped: a print stream alone only says that it
 * did. A pipe that nobody reads any more ({@code | head}) is no failure, a full disk is.
 */
final class StandardOutput extends PrintStream {
  private final Watched stream;

  StandardOutput() {
    this(new Watched(new FileOutputStream(FileDescriptor.out)));
  }

  private StandardOutput(Watched stream) {
    super(stream, false, StandardCharsets.UTF_8);
    this.stream = stream;
  }

  /** Whether something that was printed is lost. */
  boolean failed() {
    flush();
    return stream.failed;
  }

  private static final class Watched extends OutputStream {
    private final OutputStream to;
    private volatile boolean failed;

    Watched(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        to.write(bytes, from, length);
      } catch (IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        failed |= !said.contains("pipe");
        throw e;
      }
    }
  }
}
