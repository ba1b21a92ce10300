package dev.debrief.analysis.template;

import dev.debrief.analysis.Latest;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Severity;
import dev.debrief.model.Signature;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of a log, from one pass over its records: {@link #accept} for each in order of
 * time, {@link #end}, then what is asked for. Lines of one message are put together first; a
 * message with a stack trace is known by its exception and the first frame in the program's own
 * code. Not for several threads at once.
 */
public final class Signatures {
  /** The most characters of a shape in a title. */
  private static final int TITLE = 160;

  /** Less healthy time than this says nothing about what a healthy app prints. */
  public static final Duration HEALTHY_ENOUGH = Duration.ofMinutes(10);

  /** A failure is noticed a little after its first error; errors this close before it are its. */
  private static final Duration ONSET = Duration.ofMinutes(5);

  /** A new shape that was printed at its own rate would have come this often before; p < 0.01. */
  private static final double EXPECTED_BEFORE = 5;

  /** Longer messages are cut: a signature needs their head and their first frames. */
  private static final int LONGEST = 16_000;

  /** A message is quoted up to here. */
  private static final int QUOTED = 200;

  private final Templates templates = new Templates();
  private final List<Shape> shapes = new ArrayList<>();

  /** By source and machine. */
  private final Map<String, Map<String, Open>> open = new HashMap<>();

  /** The source of the record before, and its machines' messages. */
  private @Nullable String source;

  private Map<String, Open> speakers = new HashMap<>();

  private final ErrorLog errors = new ErrorLog();
  private final Listener listener;

  /** Hears of each message when its last line has come. */
  public interface Listener {
    /**
     * A message was put together.
     *
     * @param head its first record
     * @param shape its shape's number; {@link Signatures#templates} tells the template
     * @param severity the loudest of its lines
     */
    void message(LogRecord head, int shape, Level severity);
  }

  private static final class Shape {
    long count;
    Level severity = Level.DEBUG;
    @Nullable Instant first;
    final Latest last = new Latest();
    @Nullable Evidence example;

    /** The first message as it was, for what the template masks. */
    String said = "";

    String emitter = "";
    final Set<String> machines = new HashSet<>();
    final List<Evidence> evidence = new ArrayList<>();
    final Minutes minutes = new Minutes();
  }

  /** A speaker's message, of which more may come: one is made for each speaker. */
  private static final class Open {
    LogRecord head;
    @Nullable StringBuilder more;
    Level severity;

    Open(LogRecord head) {
      this.head = head;
      this.severity = head.severity();
    }

    void begin(LogRecord next) {
      head = next;
      if (more != null) {
        more = null;
      }
      if (severity != next.severity()) {
        severity = next.severity();
      }
    }

    void add(String line) {
      if (more == null) {
        more = new StringBuilder(head.message());
      }
      if (more.length() < LONGEST) {
        more.append('\n').append(line);
      }
    }

    String text() {
      return more == null ? head.message() : more.toString();
    }
  }

  /** A collector that tells nobody. */
  public Signatures() {
    this((head, shape, severity) -> {});
  }

  /** A collector that tells of each message, for those who count by template. */
  public Signatures(Listener listener) {
    this.listener = listener;
  }

  /** Takes the next record. */
  public void accept(LogRecord record) {
    if (!record.evidence().source().equals(source)) {
      source = record.evidence().source();
      speakers = open.computeIfAbsent(source, s -> new HashMap<>());
    }
    Open current = speakers.get(record.machine());
    if (current == null) {
      speakers.put(record.machine(), new Open(record));
      return;
    }
    if (!record.begins() && current.head.head() == record.head()) {
      current.add(record.message());
      if (record.severity().compareTo(current.severity) > 0) {
        current.severity = record.severity();
      }
      return;
    }
    close(current);
    current.begin(record);
  }

  /** Ends the pass: the last message of each speaker is whole. */
  public void end() {
    open.values().stream()
        .flatMap(speakers -> speakers.values().stream())
        .sorted(Comparator.comparing((Open o) -> o.head.at()).thenComparing(o -> o.head.evidence()))
        .forEach(this::close);
    open.clear();
    source = null;
  }

  private void close(Open message) {
    LogRecord head = message.head;
    String text = LogText.bare(message.text());
    Optional<StackTrace> trace = trace(text);
    String shaped = signatureText(text, trace);
    int number = templates.add(shaped);
    if (number == shapes.size()) {
      Shape fresh = new Shape();
      fresh.emitter = Emitter.of(head.provider(), text);
      shapes.add(fresh);
    }
    Shape shape = shapes.get(number);
    shape.count++;
    // A message is complete with the next of its speaker, so that heads come out of order.
    if (shape.first == null || head.at().isBefore(shape.first)) {
      shape.first = head.at();
      shape.example = head.evidence();
      shape.said = shaped.substring(0, Math.min(shaped.length(), QUOTED));
    }
    if (!shape.last.any() || shape.last.isBefore(head.at())) {
      shape.last.set(head);
    }
    if (message.severity.compareTo(shape.severity) > 0) {
      shape.severity = message.severity;
    }
    if (!shape.machines.contains(head.machine()) && !head.machine().isEmpty()) {
      shape.machines.add(head.machine());
    }
    if (shape.evidence.size() < Finding.EVIDENCE_SHOWN) {
      shape.evidence.add(head.evidence());
    }
    shape.minutes.add(head.at());
    if ((trace.isPresent() || StackTrace.exceptionOn(shaped)) && !Emitter.isInit(shaped)) {
      errors.add(head.at(), head.machine(), number, shaped, head.evidence());
    }
    listener.message(head, number, message.severity);
  }

  private static Optional<StackTrace> trace(String text) {
    return text.indexOf('\n') < 0 && text.indexOf("** (") < 0
        ? Optional.empty()
        : StackTrace.in(text.lines().toList());
  }

  private static String signatureText(String text, Optional<StackTrace> trace) {
    if (trace.isEmpty()) {
      int end = text.indexOf('\n');
      return end < 0 ? text : text.substring(0, end);
    }
    String frame = trace.get().frame();
    return frame.isEmpty() ? trace.get().exception() : trace.get().exception() + " at " + frame;
  }

  /** The template of each shape, by its number. */
  public List<Template> templates() {
    return templates.byShape();
  }

  /**
   * The signatures, most frequent first.
   *
   * @param failuresBegan until when a message counts as of the healthy time, to the minute
   */
  public List<Signature> signatures(Instant failuresBegan) {
    List<Signature> signatures = new ArrayList<>();
    merged()
        .forEach((template, shape) -> signatures.add(signature(shape, failuresBegan, template)));
    signatures.sort(
        Comparator.comparingLong(Signature::count).reversed().thenComparing(Signature::template));
    return signatures;
  }

  /**
   * The error shapes not seen in the healthy time, each with its first lines, oldest first. Empty
   * where {@link #notAssessable} says why.
   *
   * @param healthy the time before the failures that the log covers
   */
  public List<Finding> newSignatures(TimeRange healthy) {
    if (notAssessable(healthy).isPresent()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    merged()
        .forEach(
            (template, shape) -> {
              if (isNew(shape, healthy)) {
                findings.add(finding(template, shape, healthy));
              }
            });
    findings.sort(Comparator.comparing(Finding::start).thenComparing(Finding::title));
    return findings;
  }

  /**
   * The exception that was printed just before most of the exits that nobody asked for, if one was
   * printed before half of them.
   *
   * @param findings the exits, among others
   */
  public Optional<LastWords> lastWords(List<Finding> findings) {
    List<Template> byShape = templates.byShape();
    return errors.before(findings, shape -> byShape.get(shape).text());
  }

  /** Why new shapes can't be told from old ones, if so. */
  public Optional<String> notAssessable(TimeRange healthy) {
    if (healthy.length().compareTo(HEALTHY_ENOUGH) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Which errors are new can't be told: the log covers %,d s before the failures, and %,d are"
                + " needed to know what a healthy app prints.",
            healthy.length().toSeconds(),
            HEALTHY_ENOUGH.toSeconds()));
  }

  private static boolean isNew(Shape shape, TimeRange healthy) {
    if (shape.severity.compareTo(Level.ERROR) < 0) {
      return false;
    }
    Instant first = Objects.requireNonNull(shape.first);
    Instant last = shape.last.at();
    if (first.isBefore(healthy.to().minus(ONSET))) {
      return false;
    }
    double seconds = Math.max(60, Duration.between(first, last).toSeconds());
    double before = Duration.between(healthy.from(), first).toSeconds();
    return (shape.count * before / seconds >= EXPECTED_BEFORE && shape.count > 1)
        || shape.severity == Level.CRITICAL;
  }

  private static Finding finding(String template, Shape shape, TimeRange healthy) {
    Instant first = Objects.requireNonNull(shape.first);
    List<String> machines = shape.machines.stream().sorted().toList();
    String words =
        String.format(
            Locale.ROOT,
            "Printed %,d times from then on, on %s; not once in the %,d minutes of log before. Shape: %s. First as: %s",
            shape.count,
            shape.machines.isEmpty() ? "no named machine" : String.join(", ", machines),
            Duration.between(healthy.from(), first).toMinutes(),
            template,
            shape.said.strip().replace('\n', ' '));
    return new Finding(
        "",
        first,
        null,
        machines,
        shape.severity == Level.CRITICAL ? Severity.CRITICAL : Severity.WARNING,
        0.9,
        "New error: " + title(template),
        words,
        shape.evidence,
        (int) Math.min(Integer.MAX_VALUE, shape.count),
        new Details.NewSignature(Template.idOf(template) + " " + template, shape.count));
  }

  private static String title(String template) {
    String words = TemplateWords.of(template);
    return words.length() > TITLE ? words.substring(0, TITLE) + "…" : words;
  }

  private static Signature signature(Shape shape, Instant failuresBegan, String template) {
    return new Signature(
        Template.idOf(template),
        template,
        shape.emitter,
        shape.severity,
        shape.count,
        shape.minutes.before(failuresBegan),
        Objects.requireNonNull(shape.first),
        shape.last.at(),
        shape.machines.stream().sorted().toList(),
        Objects.requireNonNull(shape.example));
  }

  private Map<String, Shape> merged() {
    List<Template> byShape = templates.byShape();
    Map<String, Shape> merged = new LinkedHashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      merged.merge(byShape.get(i).text(), shape, Signatures::together);
    }
    return merged;
  }

  private static Shape together(Shape a, Shape b) {
    Shape sum = new Shape();
    for (Shape part : List.of(a, b)) {
      Instant first = Objects.requireNonNull(part.first);
      if (sum.first == null || first.isBefore(sum.first)) {
        sum.first = first;
        sum.example = part.example;
        sum.emitter = part.emitter;
        sum.said = part.said;
      }
      if (!sum.last.any() || sum.last.isBefore(part.last.at())) {
        sum.last.set(part.last);
      }
      sum.count += part.count;
      sum.severity = part.severity.compareTo(sum.severity) > 0 ? part.severity : sum.severity;
      sum.machines.addAll(part.machines);
      sum.evidence.addAll(part.evidence);
      sum.minutes.addAll(part.minutes);
    }
    while (sum.evidence.size() > Finding.EVIDENCE_SHOWN) {
      sum.evidence.removeLast();
    }
    return sum;
  }
}
