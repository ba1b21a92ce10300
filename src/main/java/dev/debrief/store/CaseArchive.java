package dev.debrief.store;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A case as one file: a zip of the case file, the notes' copy and the originals that the case
 * counts. What it holds can have come from anybody: nothing but these names is taken out of it,
 * none of them can lie outside the folder, and no more bytes than a case of its size can have.
 */
final class CaseArchive {
  private static final Pattern NAME =
      Pattern.compile("case\\.db|notes\\.json|originals/[0-9a-f]{64}\\.(zst|json)");

  /** Two for each original; a case of more of them than this is none. */
  private static final int MOST_FILES = 200_000;

  private static final long MOST_RATIO = 200;
  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final int CHUNK = 1 << 16;

  private CaseArchive() {}

  static void write(Layout layout, CaseRows rows, Path zip, Progress progress)
      throws InputProblem, IOException {
    Path part = zip.resolveSibling(zip.getFileName() + ".part");
    Path parent = zip.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new InputProblem(
          zip.toString(), "the folder is not there", "name a file in a folder that is");
    }
    Path place = parent.toRealPath();
    if (place.startsWith(layout.folder().toRealPath())) {
      throw new InputProblem(
          zip.toString(), "it lies in the case itself", "name a file outside of the case's folder");
    }
    Path copy = zip.resolveSibling(zip.getFileName() + ".db.part");
    try {
      newForOwner(copy);
      newForOwner(part);
      rows.database().copyTo(copy);
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(part))) {
        out.setLevel(Deflater.BEST_SPEED);
        add(out, "case.db", copy);
        if (Files.exists(layout.notes().file())) {
          add(out, "notes.json", layout.notes().file());
        }
        List<Path> files = layout.originals().files();
        for (int i = 0; i < files.size(); i++) {
          progress.stopIfCancelled();
          progress.at("archiving", i, files.size());
          add(out, "originals/" + files.get(i).getFileName(), files.get(i));
        }
      }
      Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InputProblem(
          zip.toString(),
          "the archive can't be written (" + Reason.of(e) + ")",
          "choose another place",
          e);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(part);
    }
  }

  /** An empty file that nobody else can read: what goes into it is what the case's folder hides. */
  private static void newForOwner(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static void add(ZipOutputStream out, String name, Path file) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    out.putNextEntry(entry);
    Files.copy(file, out);
    out.closeEntry();
  }

  static void read(Path zip, Path folder, Progress progress) throws InputProblem, IOException {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      List<ZipEntry> entries = checked(zip, archive);
      Layout layout = new Layout(folder);
      long left = Math.max(ALWAYS_ALLOWED, MOST_RATIO * Files.size(zip));
      for (int i = 0; i < entries.size(); i++) {
        progress.stopIfCancelled();
        progress.at("unpacking " + zip.getFileName(), i, entries.size());
        Path target = layout.folder().resolve(entries.get(i).getName());
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(entries.get(i)), sum);
            OutputStream out = Files.newOutputStream(target)) {
          byte[] chunk = new byte[CHUNK];
          for (int n; (n = in.read(chunk)) > 0; left -= n) {
            if (left < n) {
              throw foreign(zip, "unpacks to far more than a case of its size");
            }
            out.write(chunk, 0, n);
          }
        }
        // ZipFile itself doesn't look.
        if (sum.getValue() != entries.get(i).getCrc()) {
          throw damaged(zip, entries.get(i).getName() + " in it is not as it was written");
        }
      }
    } catch (ZipException e) {
      throw foreign(zip, "is no case archive (" + Reason.of(e) + ")");
    } catch (EOFException e) {
      // Only reading ends too soon: its directory promises more than there is.
      throw damaged(zip, "part of it is missing");
    }
  }

  private static List<ZipEntry> checked(Path zip, ZipFile archive) throws InputProblem {
    List<ZipEntry> entries = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!NAME.matcher(entry.getName()).matches() || entries.size() == MOST_FILES) {
        throw foreign(zip, "holds what no case archive does");
      }
      entries.add(entry);
    }
    if (entries.stream().noneMatch(entry -> entry.getName().equals("case.db"))) {
      throw foreign(zip, "holds no case");
    }
    return entries;
  }

  /**
   * Looks whether a case can be made in a folder.
   *
   * @throws InputProblem where there is something in it
   */
  static void checkPlace(Path folder) throws InputProblem, IOException {
    if (Files.isRegularFile(folder)) {
      throw new InputProblem(folder.toString(), "is a file", "name a new folder");
    }
    if (Files.exists(folder)) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new InputProblem(
              folder.toString(), "there is something in it already", "name a new folder");
        }
      }
    }
  }

  /** Takes away what was made of an archive that turned out to be none. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static InputProblem damaged(Path zip, String what) {
    return new InputProblem(
        zip.toString(),
        "is a damaged case archive: " + what,
        "ask for it again; or unpack it and run 'debrief repair' on the folder");
  }

  private static InputProblem foreign(Path zip, String what) {
    return new InputProblem(
        zip.toString(), what, "name a file that was written by debrief's archive");
  }
}
