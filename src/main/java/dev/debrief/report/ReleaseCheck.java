package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Releases by version: whether there was such a one, since when, for how long. */
final class ReleaseCheck implements ClaimCheck {
  static final Pattern VERSION =
      Pattern.compile(
          "(?<![\\w/.-])(?:v(\\d{1,5})|(?:version|release)\\s+v?(\\d{2,5}))(?![\\w]|\\.\\d|-\\w)");
  private static final Pattern SINCE = Pattern.compile("\\bsince\\s+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FOR = Pattern.compile("\\bfor\\s+$", Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    Map<Integer, Evidence> history = history(reading.incident());
    if (history.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      Set<Integer> told = new HashSet<>();
      Matcher named = VERSION.matcher(line.plain());
      while (named.find()) {
        int version = number(named);
        if (told.add(version)) {
          exists(reading, line, version, history);
          since(reading, line, version, named.end());
        }
      }
    }
  }

  static int number(Matcher named) {
    return Integer.parseInt(named.group(1) == null ? named.group(2) : named.group(1));
  }

  /** Every release that the histories and the machines speak of. */
  private static Map<Integer, Evidence> history(Incident incident) {
    Map<Integer, Evidence> out = new TreeMap<>();
    for (Entry fact : incident.dossier().facts()) {
      String version =
          switch (fact) {
            case Release release -> release.version();
            case MachineSnapshot machine -> machine.version();
            case Operation operation -> operation.version();
            default -> "";
          };
      if (version.matches("v?\\d{1,6}")) {
        out.putIfAbsent(Integer.parseInt(version.replace("v", "")), fact.evidence());
      }
    }
    for (Change change : incident.changes()) {
      if (change.change().matches("v\\d{1,6}") && !change.evidence().isEmpty()) {
        out.putIfAbsent(
            Integer.parseInt(change.change().substring(1)), change.evidence().getFirst());
      }
    }
    return out;
  }

  private static void exists(
      Reading reading, ReportLine line, int version, Map<Integer, Evidence> history) {
    TreeMap<Integer, Evidence> known = new TreeMap<>(history);
    String name = "v" + version;
    if (known.containsKey(version)) {
      reading.tell(
          line,
          Judgement.SUPPORTED,
          "The release history holds " + name + ".",
          List.of(known.getOrDefault(version, known.firstEntry().getValue())));
      return;
    }
    if (version * 5 < known.firstKey() || version < 10) {
      return; // an interface's version, or a library's: nothing about releases
    }
    Map.Entry<Integer, Evidence> below = known.lowerEntry(version);
    Map.Entry<Integer, Evidence> above = known.higherEntry(version);
    if (below != null
        && above != null
        && sameListing(reading.incident(), below.getKey(), above.getKey())) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "There is no "
              + name
              + ": the release history goes from v"
              + below.getKey()
              + " to v"
              + above.getKey()
              + ".",
          List.of(below.getValue(), above.getValue()));
      return;
    }
    reading.tell(
        line,
        below == null ? Judgement.NOT_JUDGED : Judgement.UNSUPPORTED,
        "The release history in the evidence goes from v"
            + known.firstKey()
            + " to v"
            + known.lastKey()
            + (below != null && above != null ? ", with gaps." : "."),
        List.of(known.firstEntry().getValue(), known.lastEntry().getValue()));
  }

  /** One list of releases that holds both shows all between them. */
  private static boolean sameListing(Incident incident, int low, int high) {
    Map<String, Set<Integer>> lists = new HashMap<>();
    for (Entry fact : incident.dossier().facts()) {
      if (fact instanceof Release release && release.version().matches("v?\\d{1,6}")) {
        lists
            .computeIfAbsent(release.evidence().source(), source -> new HashSet<>())
            .add(Integer.parseInt(release.version().replace("v", "")));
      }
    }
    return lists.values().stream()
        .anyMatch(versions -> versions.contains(low) && versions.contains(high));
  }

  /** {@code v289, running stable since Feb 23}; {@code v289 for 2 days}. */
  private static void since(Reading reading, ReportLine line, int version, int after) {
    Optional<Change> change = reading.incident().change("v" + version, line.plain());
    if (change.isEmpty() || !Wording.shown(change.get().moment())) {
      return;
    }
    String plain = line.plain();
    TimeMention time = Reading.after(reading.times(line), after);
    if (time != null
        && time.from() - after < 60
        && !plain.substring(after, Math.min(plain.length(), time.from())).contains(".")
        && SINCE.matcher(plain.substring(0, time.from())).find()) {
      boolean fits =
          time.fits(
              change.get().moment().at(),
              time.day() ? Duration.ofHours(12) : Duration.ofMinutes(10));
      reading.tell(
          line,
          fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
          "v" + version + " was made " + Wording.at(change.get().moment()) + " UTC.",
          change.get().evidence());
    }
    List<LengthMention> lengths =
        LengthScanner.lengths(plain).stream()
            .filter(length -> length.from() >= after && length.from() - after < 30)
            .filter(length -> FOR.matcher(plain.substring(0, length.from())).find())
            .toList();
    if (!lengths.isEmpty()) {
      lasted(reading, line, change.get(), lengths.getFirst());
    }
  }

  private static void lasted(
      Reading reading, ReportLine line, Change change, LengthMention length) {
    List<Change> all = reading.incident().changes();
    int at = all.indexOf(change);
    List<Change> later = new ArrayList<>(all.subList(at + 1, all.size()));
    Optional<Change> next =
        later.stream()
            .filter(other -> other.change().toLowerCase(Locale.ROOT).startsWith("v"))
            .findFirst();
    if (next.isEmpty()) {
      return;
    }
    Duration real = Duration.between(change.moment().at(), next.get().moment().at());
    boolean fits = length.fits(real, real.dividedBy(4));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        change.change()
            + " was the newest release for "
            + Wording.length(real)
            + ", until "
            + next.get().change()
            + ".",
        Telling.both(change.evidence(), next.get().evidence()));
  }
}
