package dev.debrief.analysis.life;

import dev.debrief.model.CaseData;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every machine's history, from its lines and its events. */
public final class Histories {
  private static final Pattern ONE_OFF =
      Pattern.compile("(?:^|[/\\s:.])(?:db:)?(?:migrate|migrations?|release_command|seed)\\b");

  private Histories() {}

  /** By machine's id. Linear in lines and events, but for the sorting of each machine's. */
  public static List<MachineHistory> of(MachineLines lines, CaseData data) {
    SortedMap<String, List<MachineEvent>> events = new TreeMap<>();
    Set<String> oneOffs = new HashSet<>();
    for (Entry entry : data.facts()) {
      if (entry instanceof MachineEvent event && event.moment().known()) {
        events.computeIfAbsent(event.machine(), id -> new ArrayList<>()).add(event);
      } else if (entry instanceof Operation operation && !operation.machine().isEmpty()) {
        switch (operation.kind()) {
          case RELEASE_COMMAND_STARTED, RELEASE_COMMAND_SUCCEEDED, RELEASE_COMMAND_FAILED ->
              oneOffs.add(operation.machine());
          default -> {}
        }
      }
    }
    SortedMap<String, MachineLines.Lines> machines = lines.machines();
    Set<String> ids = new TreeSet<>(machines.keySet());
    ids.addAll(events.keySet());
    List<MachineHistory> all = new ArrayList<>();
    for (String id : ids) {
      MachineLines.Lines own = machines.getOrDefault(id, new MachineLines.Lines());
      List<MachineEvent> told = distinct(events.getOrDefault(id, List.of()));
      if (own.marks.isEmpty() && told.isEmpty() && id.isEmpty()) {
        continue;
      }
      all.add(history(id, own, told, oneOffs.contains(id)));
    }
    return all;
  }

  /** The same event may stand in two dumps. */
  private static List<MachineEvent> distinct(List<MachineEvent> events) {
    List<MachineEvent> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparing((MachineEvent e) -> e.moment().at()));
    List<MachineEvent> once = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (MachineEvent event : sorted) {
      if (seen.add(List.of(event.moment().at(), event.type(), event.status(), event.source()))) {
        once.add(event);
      }
    }
    return once;
  }

  private static MachineHistory history(
      String id, MachineLines.Lines own, List<MachineEvent> told, boolean toldOneOff) {
    HistoryBuilder built = new HistoryBuilder(own.marks);
    boolean oneOff =
        toldOneOff
            || built.neverRestarts
            || (built.runs.stream().anyMatch(run -> ONE_OFF.matcher(run.command).find())
                && built.runs.stream().noneMatch(run -> run.served != null));
    List<ExitDraft> drafts = new ArrayList<>();
    for (HistoryBuilder.Run run : built.runs) {
      if (run.exit != null) {
        drafts.add(run.exit);
      }
    }
    Duration ahead = ClockSkew.of(drafts, told);
    List<MachineEvent> events = ClockSkew.putBack(told, ahead);
    IdentityHashMap<ExitDraft, Exit> finished = new IdentityHashMap<>();
    List<Exit> exits = new ArrayList<>();
    for (ExitDraft draft : EventExits.join(drafts, events)) {
      Exit exit = draft.finish(id, oneOff);
      finished.put(draft, exit);
      exits.add(exit);
    }
    exits.sort(Comparator.comparing(Exit::at));
    Set<Exit> doubted = new HashSet<>(UnseenExits.doubted(exits));
    exits.removeAll(doubted);
    finished.values().removeAll(doubted);
    List<Boot> boots = new ArrayList<>();
    for (HistoryBuilder.Run run : built.runs) {
      if (nothing(run, built, own)) {
        continue;
      }
      @Nullable Moment start = run.start == null ? null : run.start.moment();
      @Nullable Evidence line = run.start == null ? null : run.start.evidence();
      boots.add(
          new Boot(
              id,
              start,
              line,
              run.ready,
              run.served,
              run.signals,
              run.exit == null ? null : finished.get(run.exit)));
    }
    String app = own.app.isEmpty() && !events.isEmpty() ? events.getFirst().app() : own.app;
    String region =
        own.region.isEmpty() && !events.isEmpty() ? events.getFirst().region() : own.region;
    return new MachineHistory(
        id,
        app,
        region,
        oneOff,
        own.marks,
        boots,
        exits,
        events,
        ahead,
        own.first,
        own.last.any() ? own.last.moment() : null);
  }

  /** The run before the first boot line is none where that line is the machine's first. */
  private static boolean nothing(
      HistoryBuilder.Run run, HistoryBuilder built, MachineLines.Lines own) {
    if (run.start != null || run.exit != null || !run.signals.isEmpty()) {
      return false;
    }
    if (own.first == null) {
      return true;
    }
    Mark next = built.runs.size() > 1 ? built.runs.get(1).start : null;
    return next != null && !own.first.at().isBefore(next.at());
  }
}
