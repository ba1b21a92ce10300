package dev.debrief.investigation;

import dev.debrief.analysis.template.Signatures;
import dev.debrief.model.Conclusions;
import dev.debrief.model.InputProblem;
import dev.debrief.store.CaseFolder;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Tally;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How many of what, when, of an open case: counted once, and kept beside it for the next time. */
final class CaseCounts {
  private final CaseFolder folder;
  private volatile @Nullable Density known;
  private volatile @Nullable Aside<KeptCounts.Kept> begun;

  CaseCounts(CaseFolder folder) {
    this.folder = folder;
  }

  /** Begins to read what was kept, beside other work. */
  void begin() {
    if (known == null && begun == null) {
      begun = Aside.of("counts", file()::read);
    }
  }

  /** The case holds other lines now, or has other conclusions. */
  void forget() {
    known = null;
  }

  /** Takes what was counted while the case was concluded. */
  void take(Tally tally) {
    known = tally;
  }

  /** Begins to keep it, beside other work. */
  Aside<Boolean> keep(Conclusions conclusions, Tally tally) throws IOException {
    var sources = folder.sources();
    return Aside.of("counts", () -> file().write(sources, conclusions, tally));
  }

  /** The counts; one pass over the records where none of these conclusions are kept. */
  Density of(Conclusions conclusions) throws IOException {
    Density counts = known;
    if (counts == null) {
      Tally tally = kept().of(folder.sources(), conclusions).orElse(null);
      if (tally == null) {
        tally = counted(conclusions);
        if (!folder.readOnly()) {
          file().write(folder.sources(), conclusions, tally);
        }
      }
      counts = tally;
      known = counts;
    }
    return counts;
  }

  private KeptCounts file() {
    return KeptCounts.of(folder.path());
  }

  private KeptCounts.Kept kept() throws IOException {
    Aside<KeptCounts.Kept> read = begun;
    begun = null;
    try {
      return read == null ? file().read() : read.get();
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    }
  }

  private Tally counted(Conclusions conclusions) throws IOException {
    Counting counting = new Counting();
    Signatures shapes = new Signatures(counting);
    folder
        .data()
        .records(
            record -> {
              counting.record(record);
              shapes.accept(record);
            });
    shapes.end();
    counting.ended(shapes.templates());
    return counting.tally(conclusions);
  }
}
