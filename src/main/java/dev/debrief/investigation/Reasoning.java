package dev.debrief.investigation;

import dev.debrief.analysis.Analysis;
import dev.debrief.model.Conclusions;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Which program drew a conclusion, so that a newer one draws it anew rather than showing what an
 * older one thought, or failing to read how it was written. A number bumped by hand would be
 * forgotten; the bytes of the classes that conclude can't be.
 */
final class Reasoning {
  private static final List<String> PACKAGES =
      List.of(folder(Conclusions.class), folder(Analysis.class));

  private static @Nullable String fingerprint;

  private Reasoning() {}

  /**
   * A number in hexadecimal that is the same for the same build and another where any class of the
   * model or the analysis is another. Worked out once a process: from the checksums that the
   * program's jar has of its entries, some milliseconds, or from the classes themselves where it
   * runs from a folder, 0.1 s.
   *
   * @throws IOException where the program's own files can't be read
   */
  static synchronized String fingerprint() throws IOException {
    String known = fingerprint;
    if (known == null) {
      ModuleReference program = program();
      Path place = Path.of(program.location().orElseThrow());
      known = Files.isRegularFile(place) ? ofJar(place) : ofClasses(program);
      fingerprint = known;
    }
    return known;
  }

  private static String ofJar(Path jar) throws IOException {
    SortedMap<String, Long> sums = new TreeMap<>();
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      entries.stream()
          .filter(entry -> concludes(entry.getName()))
          .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
    }
    CRC32C sum = new CRC32C();
    sum.update(sums.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static String ofClasses(ModuleReference program) throws IOException {
    CRC32C sum = new CRC32C();
    try (ModuleReader classes = program.open()) {
      List<String> names = classes.list().filter(Reasoning::concludes).sorted().toList();
      for (String name : names) {
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        sum.update(classes.read(name).orElseThrow());
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static boolean concludes(String file) {
    return file.endsWith(".class") && PACKAGES.stream().anyMatch(file::startsWith);
  }

  /** The module that this runs from; as it stands on the class path where it is no module. */
  private static ModuleReference program() throws IOException {
    Module module = Reasoning.class.getModule();
    if (module.isNamed()) {
      return module
          .getLayer()
          .configuration()
          .findModule(module.getName())
          .orElseThrow()
          .reference();
    }
    try {
      URI place = Reasoning.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return ModuleFinder.of(Path.of(place)).findAll().iterator().next();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String folder(Class<?> type) {
    return type.getPackageName().replace('.', '/') + "/";
  }
}
