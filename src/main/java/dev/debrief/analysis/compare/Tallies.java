package dev.debrief.analysis.compare;

import dev.debrief.analysis.line.Endpoint;
import dev.debrief.analysis.line.RequestLine;
import dev.debrief.analysis.line.RequestLines;
import dev.debrief.analysis.template.Signatures;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts the messages of two stretches by everything they are compared by. */
final class Tallies {
  private static final int TEXT = 600;

  private final Map<Aspect, Map<String, Counted>> counted = new EnumMap<>(Aspect.class);
  private final Map<Integer, Counted> shapes = new TreeMap<>();
  private final Signatures signatures = new Signatures(this::message);
  private final Clock clock;
  private long here;
  private long before;

  /** In which stretch and part of it a message lies. */
  interface Clock {
    /** Whether a message's time lies in the range and not in the baseline. */
    boolean inRange(LogRecord head);

    /** Which part of it. */
    long part(LogRecord head);
  }

  Tallies(Clock clock) {
    this.clock = clock;
  }

  /** The next record of either stretch; a stretch's records come in order of time. */
  void record(LogRecord log) {
    signatures.accept(log);
  }

  /** No more records of a stretch. */
  void end() {
    signatures.end();
  }

  private void message(LogRecord head, int shape, Level severity) {
    boolean inRange = clock.inRange(head);
    if (inRange) {
      here++;
    } else {
      before++;
    }
    long part = clock.part(head);
    String text =
        head.message().length() > TEXT ? head.message().substring(0, TEXT) : head.message();
    shapes
        .computeIfAbsent(shape, number -> new Counted())
        .add(inRange, part, head.evidence(), text);
    add(Aspect.LEVEL, severity.name().toLowerCase(Locale.ROOT), inRange, part, head, text);
    add(Aspect.PROVIDER, head.provider(), inRange, part, head, text);
    add(Aspect.MACHINE, head.machine(), inRange, part, head, text);
    add(Aspect.REGION, head.region(), inRange, part, head, text);
    RequestLines.read(head)
        .ifPresent(
            line -> {
              switch (line) {
                case RequestLine.Asked(var id, var method, var path) ->
                    add(Aspect.ENDPOINT, Endpoint.of(method, path), inRange, part, head, text);
                case RequestLine.Answered(var id, var status, var method, var path) -> {
                  add(Aspect.STATUS, Integer.toString(status), inRange, part, head, text);
                  add(Aspect.ENDPOINT, Endpoint.of(method, path), inRange, part, head, text);
                }
              }
            });
  }

  private void add(
      Aspect aspect, String value, boolean inRange, long part, LogRecord head, String text) {
    if (!value.isEmpty()) {
      counted
          .computeIfAbsent(aspect, a -> new TreeMap<>())
          .computeIfAbsent(value, v -> new Counted())
          .add(inRange, part, head.evidence(), text);
    }
  }

  long here() {
    return here;
  }

  long before() {
    return before;
  }

  /** By aspect and value; templates by their text. */
  Map<Aspect, Map<String, Counted>> byAspect() {
    Map<Aspect, Map<String, Counted>> all = new EnumMap<>(counted);
    List<Template> templates = signatures.templates();
    Map<String, Counted> byTemplate = new TreeMap<>();
    shapes.forEach(
        (shape, count) -> byTemplate.merge(templates.get(shape).text(), count, Counted::and));
    all.put(Aspect.TEMPLATE, byTemplate);
    return all;
  }
}
