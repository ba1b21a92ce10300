package dev.debrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where things are in a case's folder. Only its owner may look into it. */
final class Layout {
  private static final String LEDGER = ".records";

  private final Path folder;
  private final boolean readOnly;

  private Layout(Path folder, boolean readOnly) {
    this.folder = folder;
    this.readOnly = readOnly;
  }

  /** A case that may only be looked at: nothing is made, changed or removed. */
  static Layout toLookAt(Path folder) {
    return new Layout(folder, true);
  }

  /** Whether a folder holds a case that can't be written to here. */
  static boolean isReadOnly(Path folder) {
    return !Files.isWritable(folder)
        || (Files.exists(folder.resolve("case.db")) && !Files.isWritable(folder.resolve("case.db")))
        || (Files.exists(folder.resolve("lock")) && !Files.isWritable(folder.resolve("lock")));
  }

  /** Makes the folders that are missing. */
  Layout(Path folder) throws IOException {
    this(folder, false);
    Files.createDirectories(folder);
    ownerOnly(folder);
    for (String name : List.of("index", "originals", "records")) {
      if (!Files.isDirectory(folder.resolve(name))) {
        Files.createDirectory(folder.resolve(name));
        ownerOnly(folder.resolve(name));
      }
    }
  }

  Path folder() {
    return folder;
  }

  /** Whether the case may only be looked at. */
  boolean readOnly() {
    return readOnly;
  }

  Path database() {
    return folder.resolve("case.db");
  }

  /** What people put into the case, a second time. */
  NotesCopy notes() {
    return new NotesCopy(folder);
  }

  /**
   * Whether the case file holds nothing while there are originals: SQLite would take an empty file
   * for a new database, and the originals for what a killed import left.
   */
  boolean isEmptied() throws IOException {
    return Files.isRegularFile(database())
        && Files.size(database()) == 0
        && Files.isDirectory(folder.resolve("originals"))
        && !originals().files().isEmpty();
  }

  Path index() {
    return folder.resolve("index");
  }

  Originals originals() {
    return new Originals(folder.resolve("originals"));
  }

  /** A ledger that is being written; it gets its name when it is whole. */
  Path unfinishedLedger(int number) {
    return folder.resolve("records").resolve(number + ".part");
  }

  Path ledger(String sha256) {
    return folder.resolve("records").resolve(sha256 + LEDGER);
  }

  /** Opens the ledgers of all originals that the case names. */
  Volumes volumes(CaseRows rows) throws IOException {
    List<Volume> volumes = new ArrayList<>();
    try {
      for (CaseRows.Original original : rows.originals()) {
        Ledger ledger = Ledger.open(ledger(original.sha256()), original.name());
        volumes.add(new Volume(original.number(), original.name(), ledger, original.dropped()));
      }
      return new Volumes(volumes);
    } catch (IOException | RuntimeException e) {
      volumes.forEach(volume -> volume.ledger().close());
      throw e;
    }
  }

  /** Removes originals and ledgers that are none of those, such as a killed import left. */
  void keepOnly(Set<String> sha256s) throws IOException {
    originals().keepOnly(sha256s);
    try (Stream<Path> files = Files.list(folder.resolve("records"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(LEDGER)
            || !sha256s.contains(name.substring(0, name.length() - LEDGER.length()))) {
          Files.delete(file);
        }
      }
    }
  }

  private static void ownerOnly(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
