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
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which program drew a conclusion, so that a newer one draws it anew rather than showing what an
 * older one thought, or failing to read how it was written. A number bumped by hand would be
 * forgotten; the bytes of the classes that conclude can't be.
 */
final class Reasoning {
  private static final List<String> PACKAGES =
      List.of(folder(Conclusions.class), folder(Analysis.class));

  private Reasoning() {}

  /**
   * A number in hexadecimal that is the same for the same build and another where any class of the
   * model or the analysis is another. Reads some hundred class files: about 0.1 s in a cold JVM,
   * once a case.
   *
   * @throws IOException where the program's own files can't be read
   */
  static String fingerprint() throws IOException {
    CRC32C sum = new CRC32C();
    try (ModuleReader program = program().open()) {
      List<String> names =
          program
              .list()
              .filter(name -> PACKAGES.stream().anyMatch(name::startsWith))
              .filter(name -> name.endsWith(".class"))
              .sorted()
              .toList();
      for (String name : names) {
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        sum.update(program.read(name).orElseThrow());
      }
    }
    return Long.toHexString(sum.getValue());
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
