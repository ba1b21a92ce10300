import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves in the jars of a folder only the native libraries of the system this runs on: SQLite and zstd bring two dozen
 * each. {@code java OwnNatives.java FOLDER}; not a script, since Git for Windows has no {@code zip}.
 */
class OwnNatives {
  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (String library : List.of("sqlite-jdbc-", "zstd-jni-")) {
      try (Stream<Path> files = Files.list(folder)) {
        Path jar = files.filter(file -> file.getFileName().toString().startsWith(library)).findFirst().orElseThrow();
        clean(jar, own(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
    }
  }

  /** The names that the libraries give the folders of a system and its processor. */
  private static Pattern own(String name, String arch) {
    String low = name.toLowerCase(Locale.ROOT);
    String system = low.contains("mac") ? "mac|darwin" : low.contains("win") ? "windows|win" : "linux";
    String machine = arch.equals("aarch64") ? "aarch64" : "x86_64|amd64";
    return Pattern.compile("(?i)(.*/)?(" + system + ")/(" + machine + ")/.*");
  }

  /** Writes a jar anew without the natives of others; equal jars give equal bytes. */
  private static void clean(Path jar, Pattern own) throws IOException {
    Path part = jar.resolveSibling("cleaned.part");
    int natives = 0;
    try (ZipFile all = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(part))) {
      for (ZipEntry entry : all.stream().map(ZipEntry.class::cast).toList()) {
        boolean isNative = NATIVE.matcher(entry.getName()).matches();
        if (isNative && !own.matcher(entry.getName()).matches()) {
          continue;
        }
        natives += isNative ? 1 : 0;
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream in = all.getInputStream(entry)) {
          in.transferTo((OutputStream) out);
        }
        out.closeEntry();
      }
    }
    if (natives == 0) {
      throw new IOException(jar + " has no native library for this system");
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
