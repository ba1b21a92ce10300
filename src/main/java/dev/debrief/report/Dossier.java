package dev.debrief.report;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Source;
import java.util.List;

/**
 * Everything that a draft is written from and a report is held against.
 *
 * @param app the app's name, or empty
 * @param sources in the order they were imported
 * @param facts every entry but log records: releases, commits, machine events, operations
 * @param annotations the author's pins and notes
 * @param lookup finds records
 */
public record Dossier(
    String app,
    Conclusions conclusions,
    List<Source> sources,
    List<Entry> facts,
    List<Annotation> annotations,
    RecordLookup lookup) {
  public Dossier {
    sources = List.copyOf(sources);
    facts = List.copyOf(facts);
    annotations = List.copyOf(annotations);
  }
}
