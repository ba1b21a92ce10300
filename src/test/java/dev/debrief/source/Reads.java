package dev.debrief.source;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What reading an input gave. */
record Reads(List<Source> sources, List<Entry> entries) {
  /** When the inputs made of texts were saved. */
  static final Instant SAVED = Instant.parse("2026-03-01T12:00:00Z");

  static Reads text(String text) {
    return text(text, ImportOptions.NONE);
  }

  static Reads text(String text, ImportOptions options) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), options);
  }

  static Reads bytes(byte[] bytes, ImportOptions options) {
    Input held = Input.of("dump", bytes);
    try {
      return of(new Input("dump", held.opener(), held.size(), SAVED), options);
    } catch (InputProblem refused) {
      throw new AssertionError(refused.getMessage(), refused);
    }
  }

  /** What a dump tells of which nobody knows when it was saved. */
  static Reads untimed(String text) {
    Input held = Input.of("dump", text.getBytes(StandardCharsets.UTF_8));
    try {
      return of(new Input("dump", held.opener(), held.size(), Instant.EPOCH), ImportOptions.NONE);
    } catch (InputProblem refused) {
      throw new AssertionError(refused.getMessage(), refused);
    }
  }

  static Reads of(Input input, ImportOptions options) throws InputProblem {
    List<Entry> entries = new ArrayList<>();
    try {
      return new Reads(Dump.read(input, options, entries::add, Progress.NONE), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Source source() {
    if (sources.size() != 1) {
      throw new AssertionError("one source expected, not " + sources);
    }
    return sources.getFirst();
  }

  <T extends Entry> List<T> all(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<LogRecord> records() {
    return all(LogRecord.class);
  }

  LogRecord record() {
    return records().getFirst();
  }

  List<String> unparsed() {
    return all(Unparsed.class).stream().map(Unparsed::text).toList();
  }

  boolean addsUp() {
    return sources.stream().allMatch(Source::addsUp);
  }

  long lines() {
    return sources.stream().mapToLong(Source::lines).sum();
  }

  boolean notes(Source.Note.Kind kind, String words) {
    return sources.stream()
        .flatMap(source -> source.notes().stream())
        .anyMatch(note -> note.kind() == kind && note.text().contains(words));
  }
}
