package dev.debrief.store;

import dev.debrief.model.Annotation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What people put into a case, kept a second time: pins, notes, drafts and settings, which no
 * original could give back if the case file were lost. A file {@code notes.json} beside it: a line
 * with the checksum of the rest, then one line of JSON. It is written whole after each change and
 * put in place at once, so that it holds the state before or after. The case file stays the one
 * that is read; this one is read by {@link Rescue} alone.
 */
final class NotesCopy {
  private final Path file;

  NotesCopy(Path folder) {
    this.file = folder.resolve("notes.json");
  }

  Path file() {
    return file;
  }

  /** What it holds. */
  record Held(List<Annotation> notes, SortedMap<String, String> settings) {
    static final Held NOTHING = new Held(List.of(), new TreeMap<>());

    Held {
      notes = List.copyOf(notes);
      settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** The same with those of another whose places are free here. */
    Held and(Held other) {
      TreeMap<Long, Annotation> byId = new TreeMap<>();
      other.notes.forEach(note -> byId.put(note.id(), note));
      notes.forEach(note -> byId.put(note.id(), note));
      TreeMap<String, String> all = new TreeMap<>(other.settings);
      all.putAll(settings);
      return new Held(List.copyOf(byId.values()), all);
    }
  }

  /** What the case file holds of it. */
  static Held of(CaseRows rows) throws IOException {
    return new Held(rows.annotations(), new TreeMap<>(rows.settings()));
  }

  /**
   * Makes the copy what the case file holds, where it is not; costs as much as that is long. Where
   * it can't be read or there is no room the copy before stays, until the next change or opening:
   * that keeps nobody from looking.
   */
  void keep(CaseRows rows) throws IOException {
    byte[] now = bytes(of(rows));
    Path part = file.resolveSibling("notes.json.part");
    try {
      if (Files.exists(file) && Arrays.equals(now, Files.readAllBytes(file))) {
        return;
      }
      Files.write(part, now);
      Originals.sync(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unkept) {
      Files.deleteIfExists(part);
    }
  }

  /** What it holds, or nothing where it is lost or not as it was written. */
  Held read() {
    try {
      byte[] all = Files.readAllBytes(file);
      String text = new String(all, StandardCharsets.UTF_8);
      Held held = CaseJson.read(text.substring(text.indexOf('\n') + 1), Held.class);
      return Arrays.equals(all, bytes(held)) ? held : Held.NOTHING;
    } catch (IOException | RuntimeException lostOrDamaged) {
      return Held.NOTHING;
    }
  }

  private static byte[] bytes(Held held) {
    String json = CaseJson.write(held);
    CRC32C sum = new CRC32C();
    sum.update(json.getBytes(StandardCharsets.UTF_8));
    String head = HexFormat.of().toHexDigits(sum.getValue(), 8);
    return (head + "\n" + json).getBytes(StandardCharsets.UTF_8);
  }
}
