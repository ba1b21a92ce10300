package dev.debrief.store;

import com.github.luben.zstd.util.ZstdVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.sqlite.SQLiteDataSource;

/**
 * Has SQLite and zstd load their C code from beside their jars, where the build laid it. Left to
 * themselves they copy it out of the jar into the temporary folder at every start, and SQLite
 * compares the copy byte by byte: a tenth of a second before a case is open.
 */
final class Natives {
  private Natives() {}

  /** To be called before either is used; does nothing where there is nothing beside the jars. */
  static void besideTheirJars() {
    Path sqlite = beside(SQLiteDataSource.class, System.mapLibraryName("sqlitejdbc"));
    if (Files.isRegularFile(sqlite)) {
      put("org.sqlite.lib.path", String.valueOf(sqlite.getParent()));
    }
    // zstd's is called lib… on Windows too.
    String library = System.mapLibraryName("zstd-jni-" + ZstdVersion.VERSION);
    Path zstd = beside(ZstdVersion.class, library.startsWith("lib") ? library : "lib" + library);
    if (Files.isRegularFile(zstd)) {
      put("ZstdNativePath", zstd.toString());
    }
  }

  /** What the user set stands. */
  private static void put(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Path beside(Class<?> type, String name) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      URI jar = source == null ? URI.create("") : source.getLocation().toURI();
      return "file".equals(jar.getScheme()) ? Path.of(jar).resolveSibling(name) : Path.of(name);
    } catch (URISyntaxException e) {
      return Path.of(name);
    }
  }
}
