package dev.debrief.timeline;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mark told exactly, in words.
 *
 * @param title what it is
 * @param lines when, how long, and on which lines it stands
 */
public record Caption(String title, List<String> lines) {
  private static final int EVIDENCE = 3;
  private static final DateTimeFormatter SECOND = format("MMM d, uuuu HH:mm:ss");
  private static final DateTimeFormatter MILLI = format("MMM d, uuuu HH:mm:ss.SSS");
  private static final DateTimeFormatter MICRO = format("MMM d, uuuu HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter NANO = format("MMM d, uuuu HH:mm:ss.SSSSSSSSS");

  public Caption {
    lines = List.copyOf(lines);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** What lies under a point. Empty lines where nothing does. */
  public static Caption of(Hit hit, ZoneId zone) {
    if (hit.mark().isPresent()) {
      Caption caption = of(hit.mark().get(), zone);
      List<String> lines = new ArrayList<>(caption.lines());
      if (hit.gathered() > 1) {
        lines.addFirst(
            "and " + Wording.number(hit.gathered() - 1L) + " more here; zoom in to part them");
      }
      hit.count().ifPresent(count -> lines.add(counted(count, zone)));
      return new Caption(caption.title(), lines);
    }
    if (hit.count().isPresent() && hit.count().get().all() > 0) {
      return new Caption(counted(hit.count().get(), zone), List.of());
    }
    return new Caption("", List.of());
  }

  private static String counted(Hit.Count count, ZoneId zone) {
    String bad = count.bad().map(b -> ", " + Wording.number(b) + " of them bad").orElse("");
    return Wording.number(count.all())
        + bad
        + " in "
        + Wording.duration(Duration.between(count.from(), count.to()))
        + " from "
        + time(count.from(), zone);
  }

  /** A mark with its times in a zone. */
  public static Caption of(Mark mark, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    lines.add(when(mark, zone));
    String more = more(mark);
    if (!more.isEmpty()) {
      lines.add(more);
    }
    List<Evidence> evidence = mark.basis().evidence();
    for (Evidence line : evidence.subList(0, Math.min(EVIDENCE, evidence.size()))) {
      lines.add(PlainText.line(line.source()) + ":" + line.line());
    }
    if (evidence.size() > EVIDENCE) {
      lines.add("and " + Wording.count(evidence.size() - EVIDENCE, "more line"));
    }
    return new Caption(PlainText.line(title(mark)), lines);
  }

  private static String title(Mark mark) {
    return switch (mark) {
      case Mark.Coverage m -> m.source();
      case Mark.Changed m ->
          m.change()
              + ", "
              + Wording.change(m.kind())
              + (m.verdict() == null ? "" : ": " + Wording.verdict(m.verdict()));
      case Mark.Running m -> m.version() + " was the release";
      case Mark.Life m -> m.machine() + " " + Wording.state(m.state());
      case Mark.Exit m -> m.title();
      case Mark.Burst m ->
          Wording.count(m.count(), "exit") + " in a row, up to " + m.peak() + " in 5 min";
      case Mark.Signal m ->
          m.details().signal()
              + ", "
              + Wording.role(m.details().role())
              + (m.details().count() > 1 ? ", ×" + Wording.number(m.details().count()) : "");
      case Mark.Silence m -> m.title();
      case Mark.Gap m -> m.title();
      case Mark.Outage m -> m.title();
      case Mark.Concluded m -> m.title();
      case Mark.Seen m -> m.template();
      case Mark.Noted m -> m.annotation().text();
    };
  }

  private static String more(Mark mark) {
    return switch (mark) {
      case Mark.Coverage m ->
          // A source cut short by a replay: how many more it has was not known then.
          m.records() == 0 ? m.format() : m.format() + ", " + Wording.count(m.records(), "record");
      case Mark.Changed m -> PlainText.line(m.description() + by(m.actor()));
      case Mark.Exit m -> m.machine() + ", " + Wording.exit(m.details());
      case Mark.Signal m -> PlainText.line(String.join(", ", m.machines()));
      case Mark.Silence m -> "why: " + m.details().reason().replace('_', ' ');
      case Mark.Seen m ->
          Wording.count(m.count(), "message") + (m.isNew() ? ", new with the failures" : "");
      case Mark.Burst m -> m.machine();
      case Mark.Outage m ->
          m.details().requestsFailed() == null || m.details().requestsSeen() == null
              ? m.details().extent()
              : Wording.number(m.details().requestsFailed())
                  + " of "
                  + Wording.count(m.details().requestsSeen(), "request")
                  + " failed";
      case Mark.Running ignored -> "";
      case Mark.Life ignored -> "";
      case Mark.Gap ignored -> "no silence can be concluded from it";
      case Mark.Concluded m -> m.kind().id().replace('_', ' ');
      case Mark.Noted ignored -> "";
    };
  }

  private static String by(String actor) {
    return actor.isEmpty() ? "" : ", by " + actor;
  }

  private static String when(Mark mark, ZoneId zone) {
    if (mark instanceof Mark.Changed change) {
      return time(change.start(), zone)
          + " "
          + zone(zone, change.start())
          + ", to the "
          + change.moment().precision().name().toLowerCase(Locale.ROOT);
    }
    if (mark.end().equals(mark.start())) {
      return time(mark.start(), zone) + " " + zone(zone, mark.start());
    }
    return time(mark.start(), zone)
        + " to "
        + time(mark.end(), zone)
        + " "
        + zone(zone, mark.start())
        + ", "
        + Wording.duration(Duration.between(mark.start(), mark.end()));
  }

  /** An instant as fine as it was given. */
  public static String time(Instant at, ZoneId zone) {
    int nano = at.getNano();
    DateTimeFormatter format =
        nano == 0 ? SECOND : nano % 1_000_000 == 0 ? MILLI : nano % 1_000 == 0 ? MICRO : NANO;
    return format.format(at.atZone(zone));
  }

  private static String zone(ZoneId zone, Instant at) {
    return AxisArt.zone(zone, Nanos.of(at));
  }
}
