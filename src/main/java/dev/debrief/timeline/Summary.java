package dev.debrief.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A timeline in a few sentences, for those who can't see it. Times are UTC. */
public final class Summary {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Summary() {}

  /** The sentences, in one line. */
  public static String of(Timeline timeline) {
    if (timeline.isEmpty()) {
      return "The timeline is empty.";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Timeline from "
            + time(timeline.extent().from())
            + " to "
            + time(timeline.extent().to())
            + " UTC.");
    List<Mark.Outage> outages = timeline.outages();
    for (Mark.Outage outage : outages) {
      Duration length = Duration.between(outage.start(), outage.end());
      sentences.add(
          "Outage from "
              + time(outage.start())
              + " to "
              + time(outage.end())
              + ", "
              + Wording.duration(length)
              + ".");
    }
    if (outages.isEmpty()) {
      sentences.add("No outage was found.");
    }
    for (Lane lane : timeline.lanes()) {
      String said = of(lane);
      if (!said.isEmpty()) {
        sentences.add(said);
      }
    }
    for (Mark.Gap gap : timeline.gaps()) {
      sentences.add("Log missing from " + time(gap.start()) + " to " + time(gap.end()) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String of(Lane lane) {
    return switch (lane.kind()) {
      case CHANGES -> changes(lane);
      case MACHINE -> machine(lane);
      case SIGNAL -> "Signal " + PlainText.line(lane.title()) + ": " + lane.subtitle() + ".";
      case SILENCE ->
          PlainText.line(lane.title())
              + " silent "
              + Wording.count(lane.marks().size(), "time")
              + ", first from "
              + time(lane.marks().getFirst().start())
              + ".";
      case OUTAGE, NOTES, CAUSES, ERROR, REQUESTS, LOG, SOURCE -> "";
    };
  }

  private static String changes(Lane lane) {
    List<String> told = new ArrayList<>();
    for (Mark mark : lane.marks()) {
      if (mark instanceof Mark.Changed change && change.verdict() != null) {
        told.add(
            PlainText.line(change.change())
                + " at "
                + time(change.start())
                + " "
                + Wording.verdict(change.verdict()));
      }
    }
    return told.isEmpty() ? "" : "Changes: " + String.join(", ", told) + ".";
  }

  private static String machine(Lane lane) {
    long exits = lane.marks().stream().filter(Mark.Exit.class::isInstance).count();
    long bursts = lane.marks().stream().filter(Mark.Burst.class::isInstance).count();
    return "Machine "
        + PlainText.line(lane.title())
        + ": "
        + Wording.count(exits, "exit")
        + (bursts == 0 ? "" : ", " + Wording.count(bursts, "restart burst"))
        + ".";
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
