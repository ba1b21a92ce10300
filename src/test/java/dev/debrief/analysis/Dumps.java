package dev.debrief.analysis;

import dev.debrief.model.CaseData;
import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import dev.debrief.source.Dump;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.source.Inputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A case in memory, from dumps or from entries made by hand. */
public final class Dumps {
  private Dumps() {}

  /** What the inputs of a folder tell. */
  public static CaseData read(Path folder) throws IOException, InputProblem {
    List<Source> sources = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Input input : Inputs.find(List.of(folder), InputStream.nullInputStream())) {
      try {
        sources.addAll(Dump.read(input, ImportOptions.NONE, entries::add, Progress.NONE));
      } catch (InputProblem problem) {
        System.err.println(problem.getMessage());
      }
    }
    return of(sources, entries);
  }

  /** A case of these entries. */
  public static CaseData of(List<Source> sources, List<? extends Entry> entries) {
    List<LogRecord> records = new ArrayList<>();
    List<Entry> facts = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry) {
        case LogRecord log -> records.add(log);
        case Unparsed unparsed -> {}
        default -> facts.add(entry);
      }
    }
    records.sort(Comparator.comparing(LogRecord::at));
    facts.sort(Comparator.comparing((Entry entry) -> entry.moment().at()));
    return new CaseData() {
      @Override
      public List<Source> sources() {
        return List.copyOf(sources);
      }

      @Override
      public List<Entry> facts() {
        return List.copyOf(facts);
      }

      @Override
      public void records(Consumer<? super LogRecord> consumer) {
        records.forEach(consumer);
      }
    };
  }
}
