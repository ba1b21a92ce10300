package dev.debrief.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Wall time and processor time of this process, both in seconds. */
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private long wall = System.nanoTime();
  private long processor = SYSTEM.getProcessCpuTime();

  /** Starts over. */
  void restart() {
    wall = System.nanoTime();
    processor = SYSTEM.getProcessCpuTime();
  }

  /** Seconds since the start. */
  double seconds() {
    return (System.nanoTime() - wall) / 1e9;
  }

  /** Seconds of all processors since the start. */
  double processorSeconds() {
    return (SYSTEM.getProcessCpuTime() - processor) / 1e9;
  }

  /** One line that the runner's table is made of. */
  void print(String what, long lines, Path folder) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%s\t%d\t%.2f\t%.2f\t%d%n",
        what,
        lines,
        seconds(),
        processorSeconds(),
        size(folder));
  }

  /** The same without a folder. */
  void print(String what, long lines) {
    System.out.printf(
        Locale.ROOT, "%s\t%d\t%.2f\t%.2f%n", what, lines, seconds(), processorSeconds());
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
