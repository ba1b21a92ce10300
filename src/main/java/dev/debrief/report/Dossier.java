package dev.debrief.report;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import java.util.List;
import java.util.Map;

/**
 * Everything that a draft is written from and a report is held against.
 *
 * @param app the app's name, or empty
 * @param sources in the order they were imported
 * @param facts every entry but log records: releases, commits, machine events, operations
 * @param annotations the author's pins and notes
 * @param lookup finds records
 * @param setAside what was found and is not among the conclusions, as the author doesn't count it
 */
public record Dossier(
    String app,
    Conclusions conclusions,
    List<Source> sources,
    List<Entry> facts,
    List<Annotation> annotations,
    RecordLookup lookup,
    List<SetAside> setAside) {
  public Dossier {
    sources = List.copyOf(sources);
    facts = List.copyOf(facts);
    annotations = List.copyOf(annotations);
    setAside = List.copyOf(setAside);
  }

  /** A dossier of which all that was found counts. */
  public Dossier(
      String app,
      Conclusions conclusions,
      List<Source> sources,
      List<Entry> facts,
      List<Annotation> annotations,
      RecordLookup lookup) {
    this(app, conclusions, sources, facts, annotations, lookup, List.of());
  }

  /** The same with some findings set aside: why, by their ids. */
  public Dossier without(Map<String, String> reasons) {
    List<SetAside> aside =
        conclusions.findings().stream()
            .filter(finding -> reasons.containsKey(finding.id()))
            .map(finding -> new SetAside(finding, reasons.getOrDefault(finding.id(), "")))
            .toList();
    List<Finding> counted =
        conclusions.findings().stream()
            .filter(finding -> !reasons.containsKey(finding.id()))
            .toList();
    Conclusions without =
        new Conclusions(
            counted,
            conclusions.changes(),
            conclusions.lives(),
            conclusions.signatures(),
            conclusions.hypotheses(),
            conclusions.unknowns());
    return new Dossier(app, without, sources, facts, annotations, lookup, aside);
  }
}
