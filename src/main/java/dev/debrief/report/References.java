package dev.debrief.report;

import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Precision;
import dev.debrief.model.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references of one draft: handed out while it is written, defined in its appendix. */
final class References {
  /** How many lines one sentence names at most; the finding names the rest. */
  static final int SHOWN = 3;

  private static final Pattern USED = Pattern.compile("\\[\\^(e[0-9a-f]{8,64})]");

  private final RecordLookup lookup;
  private final Redaction.Session redaction;
  private final Map<Evidence, Reference> byPlace = new TreeMap<>();
  private final Map<String, Reference> byLabel = new HashMap<>();

  References(RecordLookup lookup, Redaction.Session redaction) {
    this.lookup = lookup;
    this.redaction = redaction;
  }

  /** The marks that end a sentence, its first {@value #SHOWN} lines. */
  String cite(List<Evidence> evidence) {
    StringBuilder out = new StringBuilder();
    evidence.stream()
        .distinct()
        .limit(SHOWN)
        .forEach(line -> out.append("[^").append(of(line).label()).append(']'));
    return out.toString();
  }

  /** The reference to a line, the same however often it is asked for. */
  Reference of(Evidence evidence) {
    Reference known = byPlace.get(evidence);
    if (known != null) {
      return known;
    }
    Reference made = Reference.of(evidence, lookup.at(evidence));
    int digits = Reference.DIGITS;
    while (byLabel.containsKey(made.label()) && digits < made.digest().length()) {
      digits += 4;
      made = made.withDigits(digits);
    }
    byPlace.put(evidence, made);
    byLabel.put(made.label(), made);
    return made;
  }

  /** The references that a text uses, by place. */
  List<Reference> usedIn(String markdown) {
    Map<Evidence, Reference> used = new TreeMap<>();
    Matcher matcher = USED.matcher(markdown);
    while (matcher.find()) {
      Reference reference = byLabel.get(matcher.group(1));
      if (reference != null) {
        used.put(reference.evidence(), reference);
      }
    }
    return List.copyOf(used.values());
  }

  /** The appendix's footnotes, one paragraph each. */
  String definitions(List<Reference> references) {
    StringBuilder out = new StringBuilder();
    for (Reference reference : references) {
      out.append("[^").append(reference.label()).append("]: ");
      out.append(definition(reference)).append("\n\n");
    }
    return out.toString().stripTrailing();
  }

  private String definition(Reference reference) {
    Evidence place = reference.evidence();
    String where = Markdown.code(redaction.hide(place.source())) + " line " + place.line();
    if (reference.entry().isEmpty()) {
      return where + ": the case holds no record at this line.";
    }
    var entry = reference.entry().get();
    List<String> facts = new ArrayList<>();
    facts.add(where);
    facts.add(
        entry.moment().precision() == Precision.NONE
            ? "time not known"
            : Wording.at(entry.moment()) + " UTC");
    switch (entry) {
      case LogRecord log -> {
        String speaker =
            log.machine().isEmpty() ? log.provider() : log.provider() + " " + log.machine();
        if (!speaker.isBlank()) {
          facts.add(Markdown.code(speaker.strip()));
        }
      }
      case MachineEvent event -> facts.add(Markdown.code(event.machine()));
      default -> {}
    }
    String text = redaction.hide(reference.text());
    return String.join(", ", facts) + ": " + (text.isBlank() ? "(nothing)" : Markdown.code(text));
  }

  /** The lines of the sources' table. */
  static List<Map<String, Object>> sources(List<Source> sources, Redaction.Session redaction) {
    return sources.stream()
        .sorted(Comparator.comparing(Source::path).thenComparing(Source::format))
        .map(
            source ->
                Map.<String, Object>of(
                    "path", Markdown.cell(Markdown.code(redaction.hide(source.path()))),
                    "format", Markdown.cell(Markdown.code(source.format())),
                    "lines", Long.toString(source.lines()),
                    "records", Long.toString(source.records()),
                    "first", source.first() == null ? "–" : Wording.second(source.first()),
                    "last", source.last() == null ? "–" : Wording.second(source.last()),
                    "zone", Markdown.cell(Markdown.text(source.zone())),
                    "sha256", Markdown.code(source.sha256())))
        .toList();
  }
}
