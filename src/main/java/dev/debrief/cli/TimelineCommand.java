package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Redaction;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Picture;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.Timelines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief timeline}: the lanes, as data or as a picture. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description = "The lanes of the timeline: in short, as JSON, or as a picture.")
final class TimelineCommand implements Callable<Integer> {
  /** Image pixels to a pixel, for today's screens. */
  private static final double SHARP = 2;

  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(names = "--from", paramLabel = "T", description = "The picture's left edge.")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "T", description = "The picture's right edge.")
  private Optional<String> to;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--png", paramLabel = "FILE", description = "Write a picture.")
  private Optional<Path> png;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write a drawing.")
  private Optional<Path> svg;

  @Option(names = "--dark", description = "The picture in dark colours.")
  private boolean dark;

  @Override
  public Integer call() throws InputProblem, IOException {
    TimeRange asked = Times.range(from, to);
    for (Optional<Path> written : List.of(png, svg)) {
      if (written.isPresent()) {
        OutputFile.check(written.get());
      }
    }
    Timeline timeline;
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      timeline = investigation.timeline(progress);
    }
    Terminal terminal = debrief.terminal();
    Picture picture =
        Picture.of(timeline)
            .of(within(timeline, asked))
            .in(dark ? Palette.dark() : Palette.light())
            .saying(Redaction.standard()::hide);
    if (png.isPresent()) {
      OutputFile.write(png.get(), picture.png(SHARP));
    }
    if (svg.isPresent()) {
      OutputFile.write(svg.get(), picture.svg());
    }
    if (json) {
      terminal.json(Timelines.json(timeline));
    } else if (png.isPresent() || svg.isPresent()) {
      png.ifPresent(file -> terminal.say(file.toString()));
      svg.ifPresent(file -> terminal.say(file.toString()));
    } else {
      lanes(timeline, terminal);
    }
    return 0;
  }

  /** What was asked for, and the timeline's own edge where nothing was. */
  private static TimeRange within(Timeline timeline, TimeRange asked) throws InputProblem {
    boolean isFrom = !asked.from().equals(TimeRange.ALWAYS.from());
    boolean isTo = !asked.to().equals(TimeRange.ALWAYS.to());
    Instant start = isFrom ? asked.from() : timeline.focus().from();
    Instant end = isTo ? asked.to() : timeline.focus().to();
    TimeRange all = timeline.extent();
    if (!end.isAfter(start)
        || (isFrom && start.isAfter(all.to()))
        || (isTo && end.isBefore(all.from()))) {
      throw new InputProblem(
          ((isFrom ? "--from " + start : "") + (isTo ? " --to " + end : "")).strip(),
          "nothing of the timeline lies there",
          "choose within " + all.from() + " to " + all.to());
    }
    return new TimeRange(start, end);
  }

  private static void lanes(Timeline timeline, Terminal terminal) {
    Table table = new Table("LANE", "KIND", "MARKS");
    for (Lane lane : timeline.lanes()) {
      table.row(lane.title(), lane.kind().name().toLowerCase(Locale.ROOT), lane.marks().size());
    }
    table.print(terminal);
  }
}
