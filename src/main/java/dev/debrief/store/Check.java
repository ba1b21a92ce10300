package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Unparsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a case is whole: the case file sound, its originals unharmed, every line accounted for,
 * ledgers and index in one mind with the accounts.
 */
final class Check {
  private final Layout layout;
  private final CaseRows rows;
  private final LuceneIndex index;
  private final Progress progress;
  private final List<String> checked = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Check(Layout layout, CaseRows rows, LuceneIndex index, Progress progress) {
    this.layout = layout;
    this.rows = rows;
    this.index = index;
    this.progress = progress;
  }

  Verification run() throws IOException {
    rows.database().faults().forEach(fault -> faults.add("case.db: " + fault));
    checkedSince(0, "case.db: sound");
    originals();
    int before = faults.size();
    Map<String, Source> accounts = new HashMap<>();
    for (Source source : rows.sources()) {
      accounts.put(source.path() + "\n" + source.format(), source);
      if (!source.addsUp()) {
        faults.add(source.path() + ": its lines are not all accounted for");
      }
    }
    checkedSince(before, "sources: every line of " + accounts.size() + " accounted for");
    try (Volumes volumes = layout.volumes(rows)) {
      before = faults.size();
      for (Volume volume : volumes.all()) {
        ledger(volume, accounts);
      }
      checkedSince(before, "records: as many as the accounts say, every block unharmed");
      index(volumes);
    }
    return new Verification(checked, faults);
  }

  /** Says that something is as it should be, where no fault was found since there were so many. */
  private void checkedSince(int before, String sentence) {
    if (faults.size() == before) {
      checked.add(sentence);
    }
  }

  private void originals() throws IOException {
    int before = faults.size();
    List<CaseRows.Original> originals = rows.originals();
    for (CaseRows.Original original : originals) {
      String fault = layout.originals().fault(original.sha256(), original.bytes(), progress);
      if (!fault.isEmpty()) {
        faults.add("the original of " + original.name() + " " + fault);
      }
    }
    checkedSince(before, "originals: the bytes of " + originals.size() + " are those imported");
  }

  private void ledger(Volume volume, Map<String, Source> accounts) {
    Map<String, long[]> counts = new HashMap<>();
    try {
      volume.ledger().check();
      for (Ledger.Block block : volume.ledger().blocks()) {
        progress.stopIfCancelled();
        progress.at(
            "checking the records of " + volume.path(), block.first(), volume.ledger().size());
        Entry[] entries = volume.ledger().entries(block);
        Origin[] origins = volume.ledger().origins(block);
        for (int i = 0; i < entries.length; i++) {
          long[] count = counts.computeIfAbsent(origins[i].format(), f -> new long[3]);
          int what = entries[i] instanceof Unparsed ? 0 : volume.kept(block.first() + i) ? 1 : 2;
          count[what]++;
        }
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof Progress.Cancelled cancelled) {
        throw cancelled;
      }
      faults.add("the records of " + volume.path() + " are damaged: " + Reason.of(e));
      return;
    }
    for (Map.Entry<String, long[]> format : counts.entrySet()) {
      Source account = accounts.get(volume.path() + "\n" + format.getKey());
      long[] count = format.getValue();
      if (account == null
          || account.unparsed() != count[0]
          || account.records() != count[1]
          || account.duplicates() != count[2]) {
        faults.add(volume.path() + ": the account of " + format.getKey() + " is not what was kept");
      }
    }
  }

  private void index(Volumes volumes) {
    int before = faults.size();
    try {
      progress.at("checking the index", 0, 0);
      index.checkIntegrity();
      Map<String, Long> indexed =
          index.facet(Fields.SOURCE, "", TimeRange.ALWAYS, Integer.MAX_VALUE);
      for (Volume volume : volumes.all()) {
        long kept = volume.ledger().size() - volume.dropped().cardinality();
        long found = indexed.getOrDefault(volume.path(), 0L);
        if (found != kept) {
          faults.add(volume.path() + ": " + kept + " entries kept, " + found + " indexed");
        }
      }
      checkedSince(before, "index: unharmed, with as many entries of each source as were kept");
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    } catch (IOException | RuntimeException e) {
      faults.add("the index is damaged: " + Reason.of(e));
    }
  }
}
