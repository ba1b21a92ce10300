package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the evidence can't show: limits of the dumps and what was worked out, each once, with the
 * lines between which it holds.
 */
final class Unknowns {
  /** A reader's note that it holds all the events of a machine that the platform keeps. */
  private static final Pattern EVENTS = Pattern.compile("^exactly \\d+ events of machine (\\S+):");

  private final Incident incident;
  private final Telling telling;

  Unknowns(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** One sentence or two each. */
  List<String> sentences() {
    List<String> out = new ArrayList<>();
    for (String unknown : incident.dossier().conclusions().unknowns()) {
      if (!toldElsewhere(unknown)) {
        out.add(telling.say(telling.text(unknown), linesOf(unknown)));
      }
    }
    notes(out);
    return out;
  }

  /** The files' own notes and the missing log have their own sentences. */
  private boolean toldElsewhere(String unknown) {
    boolean gap =
        unknown.startsWith("The log is missing from")
            && !incident.all(Details.LogGap.class).isEmpty();
    return gap
        || incident.dossier().sources().stream()
            .flatMap(
                source -> source.notes().stream().map(note -> source.path() + ": " + note.text()))
            .anyMatch(told -> unknown.equals(told) || unknown.endsWith(": " + told));
  }

  /** Whether the analysis says of a machine's events what the file's note says: more of it. */
  private boolean eventsTold(Source.Note note) {
    Matcher events = EVENTS.matcher(note.text());
    return events.find()
        && incident.dossier().conclusions().unknowns().stream()
            .anyMatch(unknown -> unknown.contains("The events of " + events.group(1) + " are "));
  }

  /** A note that several files share is told once, with their names. */
  private void notes(List<String> out) {
    Map<Source.Note, List<Source>> byWords = new LinkedHashMap<>();
    for (Source source : incident.dossier().sources()) {
      for (Source.Note note : source.notes()) {
        if (eventsTold(note)) {
          continue;
        }
        Source.Note words = new Source.Note(note.kind(), 0, note.text(), note.remedy());
        byWords.computeIfAbsent(words, key -> new ArrayList<>()).add(source);
      }
    }
    byWords.forEach(
        (note, sources) -> {
          List<Evidence> lines = new ArrayList<>();
          sources.forEach(source -> lines.addAll(linesOf(source, note)));
          out.add(
              telling.say(
                  telling.codes(sources.stream().map(Source::path).distinct().toList())
                      + ": "
                      + Wording.sentence(telling.text(note.text()))
                      + (note.remedy().isBlank()
                          ? ""
                          : " " + Wording.capital(Wording.sentence(telling.text(note.remedy())))),
                  firstOfEach(lines, sources)));
        });
  }

  private List<Evidence> linesOf(Source source, Source.Note words) {
    List<Evidence> out = new ArrayList<>();
    source.notes().stream()
        .filter(note -> note.line() > 0 && note.text().equals(words.text()))
        .map(note -> new Evidence(source.path(), note.line()))
        .filter(line -> incident.dossier().lookup().at(line).isPresent())
        .forEach(out::add);
    out.addAll(incident.ends(source));
    return out.isEmpty() ? incident.bounds() : out;
  }

  /** One line of each source before a second of any. */
  private static List<Evidence> firstOfEach(List<Evidence> lines, List<Source> sources) {
    List<Evidence> out = new ArrayList<>();
    for (Source source : sources) {
      lines.stream().filter(l -> l.source().equals(source.path())).limit(1).forEach(out::add);
    }
    out.addAll(lines);
    return out.stream().distinct().toList();
  }

  /** The lines that bound what a sentence is about: a machine's, the releases', or the log's. */
  private List<Evidence> linesOf(String unknown) {
    List<Evidence> out = new ArrayList<>();
    for (Entry fact : incident.dossier().facts()) {
      boolean about =
          switch (fact) {
            case MachineEvent event ->
                !event.machine().isBlank() && unknown.contains(event.machine());
            case Release release -> unknown.contains("release history");
            default -> false;
          };
      if (about) {
        out.add(fact.evidence());
      }
    }
    return out.isEmpty() ? incident.bounds() : List.of(out.getFirst(), out.getLast());
  }
}
