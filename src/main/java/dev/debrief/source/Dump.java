package dev.debrief.source;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one input whole: recognises its formats block by block and hands over what they tell. */
public final class Dump {
  /** Lines before the first that is recognised; an input that has more of them is refused. */
  private static final int MOST_UNKNOWN = 20_000;

  /** Characters of those lines. */
  private static final long MOST_UNKNOWN_LENGTH = 1L << 25;

  /** Lines between two looks at the clock and the cancel button. */
  private static final int STEP = 2_000;

  private final Reading reading;
  private final LineReader lines;
  private final Formats formats;
  private final List<Line> unknown = new ArrayList<>();
  private long unknownLength;
  private @Nullable Block block;

  private Dump(Reading reading, LineReader lines) throws InputProblem {
    this.reading = reading;
    this.lines = lines;
    this.formats = Formats.candidates(reading.options.format());
  }

  /**
   * Reads an input, streaming: memory is bounded by its longest line or object, time is linear.
   *
   * @return one account for each format found, in the order of their first lines; together they
   *     count every line once. Duplicates are 0: whoever keeps the entries finds those.
   * @throws InputProblem where nothing in it is recognised, saying what was looked for; what the
   *     sink got until then is to be forgotten
   * @throws IOException where its bytes can't be read
   */
  public static List<Source> read(
      Input input, ImportOptions options, EntrySink sink, Progress progress)
      throws InputProblem, IOException {
    MessageDigest digest = sha256();
    Input digested =
        new Input(
            input.name(),
            () -> new DigestInputStream(input.open(), digest),
            input.size(),
            input.modified());
    return read(digested, () -> HexFormat.of().formatHex(digest.digest()), options, sink, progress);
  }

  /** Says what an input's bytes were, once all are read. */
  public interface Identity {
    /** The SHA-256 of its bytes, lower-case hex. */
    String sha256() throws IOException;
  }

  /**
   * The same for an input whose bytes somebody else digests, which needs no second time.
   *
   * @param identity asked once every byte of the input was read
   * @throws InputProblem as above
   * @throws IOException where its bytes can't be read
   */
  public static List<Source> read(
      Input input, Identity identity, ImportOptions options, EntrySink sink, Progress progress)
      throws InputProblem, IOException {
    try (InputStream raw = input.open();
        Decoded text = Decoded.open(raw)) {
      Reading reading = new Reading(input.name(), options, input.modified(), sink);
      Dump dump = new Dump(reading, new LineReader(text));
      dump.run(
          () -> progress.at("reading " + input.name(), text.position(), Math.max(0, input.size())),
          progress);
      raw.transferTo(OutputStream.nullOutputStream());
      boolean nothing = reading.accounts().stream().allMatch(account -> account.records() == 0);
      if (reading.accounts().isEmpty() || (nothing && options.format().isEmpty())) {
        throw new InputProblem(
            input.name(),
            dump.lines.lines() == 0
                ? "it is empty"
                : "its format is not known; looked for " + Formats.lookedFor(),
            dump.lines.lines() == 0
                ? "save it again, or leave it out"
                : "name its format with --format, or leave it out");
      }
      String sha256 = identity.sha256();
      List<Source> sources = new ArrayList<>();
      for (Account account : reading.accounts()) {
        if (!text.trouble().isEmpty() && sources.isEmpty()) {
          account.note(
              Source.Note.Kind.WARNING,
              dump.lines.lines(),
              text.trouble() + "; what came before is kept",
              "save or copy the file again if it should be whole");
        }
        if (dump.lines.cuts() > 0 && sources.isEmpty()) {
          account.note(
              Source.Note.Kind.WARNING,
              0,
              dump.lines.cuts()
                  + " lines are longer than "
                  + LineReader.LONGEST
                  + " bytes; their ends were left out",
              "");
        }
        sources.add(account.source(input.name(), sha256, text.position()));
      }
      return sources;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private void run(Runnable tell, Progress progress) throws IOException {
    for (int step = 1; ; step++) {
      if (step == STEP) {
        tell.run();
        progress.stopIfCancelled();
        step = 0;
      }
      Block open = block;
      if (open != null && open.takePlain(lines)) {
        continue;
      }
      Line line = lines.next();
      if (line == null) {
        break;
      }
      place(line);
      if (unknown.size() > MOST_UNKNOWN || unknownLength > MOST_UNKNOWN_LENGTH) {
        return;
      }
    }
    endBlock();
    reading.finish();
  }

  private void endBlock() {
    if (block != null) {
      block.end();
      reading.blockEnded();
    }
  }

  private void place(Line line) throws IOException {
    if (line.blank()) {
      if (block == null) {
        unknown.add(line);
      } else {
        block.blank(line);
        reading.account(block.format()).blank();
      }
      return;
    }
    if (Noise.fence(line.text())) {
      fence(line);
      return;
    }
    if (block != null && block.take(line, lines)) {
      return;
    }
    Block next = begun(line);
    if (next != null) {
      endBlock();
      block = next;
      settleUnknown();
      if (!block.take(line, lines) && !block.follow(line)) {
        reading.unparsed(block.format(), line);
      }
    } else if (block == null) {
      Noise.app(line.text()).ifPresent(reading::app);
      unknown.add(line);
      unknownLength += line.text().length();
    } else if (!block.follow(line)) {
      reading.unparsed(block.format(), line);
    }
  }

  /** A fence of Markdown has nothing on it; what follows it is no part of what came before. */
  private void fence(Line line) {
    if (block == null) {
      unknown.add(new Line(line.number(), ""));
    } else {
      block.fence();
      reading.account(block.format()).blank();
    }
  }

  /** Gives the lines before the first recognised one to its account. */
  private void settleUnknown() {
    if (block == null) {
      return;
    }
    for (Line line : unknown) {
      if (line.blank()) {
        block.blank(line);
        reading.account(block.format()).blank();
      } else if (!block.adopt(line)) {
        reading.unparsed(block.format(), line);
      }
    }
    unknown.clear();
  }

  private @Nullable Block begun(Line line) throws IOException {
    Block begun = reading.foreign(line) ? null : formats.begun(line, lines, reading);
    return begun == null && block == null ? formats.forced(reading, line) : begun;
  }
}
