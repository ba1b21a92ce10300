package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineLife;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.TimeRange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of machines, commits and regions: whether the evidence knows them. */
final class IdentityCheck implements ClaimCheck {
  private static final Pattern HEX =
      Pattern.compile(
          "(?<![\\w./:-])(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?![\\w]|-[0-9a-f]|\\.\\w)");
  private static final Pattern COMMIT_WORD =
      Pattern.compile(
          "\\b(?:commit(?:s|ted)?(?: bad version)?|sha|revision|reverted?|merged?)\\W{0,6}(?:of\\W)?$|^\\W*(?:—|–|-)\\s",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMIT_LINE =
      Pattern.compile("\\bcommit(?:s|ted)?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGEST =
      Pattern.compile("sha-?(?:256|1|512)\\W*$|@$|digest\\W*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MACHINE_WORD =
      Pattern.compile("\\bmachines?\\W{0,4}(?:id\\W{0,3})?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORT =
      Pattern.compile(
          "\\b[Mm]achine\\s+([0-9a-f]*\\d[0-9a-f]*[a-f]?[0-9a-f]*)\\b(?!\\s*(?:machines?|GB|MB|x))");
  private static final Pattern GONE =
      Pattern.compile(
          "\\b(?:destroy|remov|delet|old|former|previous|ephemeral|another app)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REGION =
      Pattern.compile(
          "\\b(?:in\\s+(?:the\\s+)?([a-z]{3})\\s+region|region\\s*[:=]\\s*([a-z]{3})\\b)");

  @Override
  public void check(Reading reading) {
    Map<String, Evidence> machines = machines(reading.incident());
    Map<String, Evidence> commits = commits(reading.incident());
    for (ReportLine line : reading.lines()) {
      Set<String> told = new HashSet<>();
      Matcher m = HEX.matcher(line.plain());
      while (m.find()) {
        String before = line.plain().substring(0, m.start());
        if (DIGEST.matcher(before).find() || !told.add(m.group())) {
          continue;
        }
        boolean machine = m.group().length() == 14 && !COMMIT_WORD.matcher(before).find();
        if (machine || MACHINE_WORD.matcher(before).find()) {
          machine(reading, line, m.group(), machines);
        } else if (isCommit(line, m, before)) {
          commit(reading, line, m.group(), commits);
        }
      }
      shortened(reading, line, machines, told);
      region(reading, line);
    }
  }

  private static boolean isCommit(ReportLine line, Matcher m, String before) {
    int length = m.group().length();
    boolean code = line.raw().contains("`" + m.group() + "`");
    boolean said = COMMIT_WORD.matcher(before).find() || COMMIT_LINE.matcher(line.plain()).find();
    return (said && length <= 12) || (code && length <= 10) || length == 40;
  }

  /** The machines, by id, each with a line that shows it. */
  private static Map<String, Evidence> machines(Incident incident) {
    Map<String, Evidence> out = new LinkedHashMap<>();
    for (MachineLife life : incident.dossier().conclusions().lives()) {
      life.phases().stream()
          .flatMap(phase -> phase.evidence().stream())
          .findFirst()
          .ifPresent(line -> out.put(life.machine(), line));
    }
    for (var finding : incident.dossier().conclusions().findings()) {
      for (String machine : finding.machines()) {
        if (!finding.evidence().isEmpty()) {
          out.putIfAbsent(machine, finding.evidence().getFirst());
        }
      }
    }
    for (Entry fact : incident.dossier().facts()) {
      String machine =
          switch (fact) {
            case MachineSnapshot snapshot -> snapshot.machine();
            case MachineEvent event -> event.machine();
            case Operation operation -> operation.machine();
            default -> "";
          };
      if (!machine.isBlank()) {
        out.putIfAbsent(machine, fact.evidence());
      }
    }
    return out;
  }

  private static Map<String, Evidence> commits(Incident incident) {
    Map<String, Evidence> out = new LinkedHashMap<>();
    for (Entry fact : incident.dossier().facts()) {
      if (fact instanceof Commit commit) {
        out.put(commit.hash(), commit.evidence());
      }
    }
    for (Change commit : incident.commits()) {
      if (!commit.evidence().isEmpty()) {
        out.putIfAbsent(commit.change(), commit.evidence().getFirst());
      }
    }
    return out;
  }

  /** The known machines that a line names. */
  static List<String> machinesIn(ReportLine line, Incident incident) {
    return incident.machines().stream().filter(line.plain()::contains).toList();
  }

  private static void machine(
      Reading reading, ReportLine line, String id, Map<String, Evidence> known) {
    Evidence seen = known.get(id);
    if (seen == null && reading.incident().machines().contains(id)) {
      reading.tell(line, Judgement.SUPPORTED, "The evidence knows machine " + id + ".", List.of());
      return;
    }
    if (seen != null) {
      reading.tell(
          line, Judgement.SUPPORTED, "The evidence knows machine " + id + ".", List.of(seen));
      return;
    }
    var said = reading.incident().dossier().lookup().saying(id, TimeRange.ALWAYS, 1);
    if (!said.isEmpty()) {
      reading.tell(
          line,
          Judgement.SUPPORTED,
          "A line of the log names " + id + ".",
          List.of(said.getFirst().evidence()));
      return;
    }
    boolean gone = GONE.matcher(line.plain()).find();
    reading.tell(
        line,
        known.isEmpty()
            ? Judgement.NOT_JUDGED
            : gone ? Judgement.UNSUPPORTED : Judgement.CONTRADICTED,
        "No line of the evidence knows machine "
            + id
            + (known.isEmpty()
                ? "."
                : "; it knows " + Wording.list(known.keySet().stream().limit(4).toList()) + "."),
        known.values().stream().limit(2).toList());
  }

  /** {@code Machine 865d}: the beginning of an id. */
  private static void shortened(
      Reading reading, ReportLine line, Map<String, Evidence> known, Set<String> told) {
    Matcher m = SHORT.matcher(line.plain());
    while (m.find()) {
      String piece = m.group(1);
      boolean hex = piece.length() >= 4 && piece.length() < 14 && piece.matches(".*[a-f].*");
      if (!hex || told.contains(piece) || known.isEmpty()) {
        continue;
      }
      List<Evidence> seen =
          known.entrySet().stream()
              .filter(machine -> machine.getKey().startsWith(piece))
              .map(Map.Entry::getValue)
              .toList();
      reading.tell(
          line,
          seen.isEmpty() ? Judgement.UNSUPPORTED : Judgement.SUPPORTED,
          seen.isEmpty()
              ? "No machine of the evidence has an id that begins with " + piece + "."
              : "The evidence knows a machine whose id begins with " + piece + ".",
          seen);
    }
  }

  private static void commit(
      Reading reading, ReportLine line, String hash, Map<String, Evidence> known) {
    for (Map.Entry<String, Evidence> commit : known.entrySet()) {
      if (commit.getKey().startsWith(hash) || hash.startsWith(commit.getKey())) {
        reading.tell(
            line,
            Judgement.SUPPORTED,
            "The git log holds commit " + hash + ".",
            List.of(commit.getValue()));
        return;
      }
    }
    boolean listed =
        reading.incident().dossier().facts().stream().anyMatch(Commit.class::isInstance);
    boolean during = listed && coversTrouble(reading.incident());
    reading.tell(
        line,
        !listed ? Judgement.NOT_JUDGED : during ? Judgement.CONTRADICTED : Judgement.UNSUPPORTED,
        listed
            ? "The git log in the evidence holds no commit " + hash + "."
            : "No git log is in the evidence.",
        known.values().stream().limit(2).toList());
  }

  /** Whether the git log reaches into the time of the incident, a day to either side. */
  private static boolean coversTrouble(Incident incident) {
    TimeRange trouble = incident.trouble().or(incident::logged).orElse(null);
    return trouble != null
        && incident.commits().stream()
            .anyMatch(
                commit ->
                    commit.moment().latest().isAfter(trouble.from().minusSeconds(86_400))
                        && commit.moment().earliest().isBefore(trouble.to().plusSeconds(86_400)));
  }

  private static void region(Reading reading, ReportLine line) {
    Matcher m = REGION.matcher(line.plain());
    List<MachineLife> placed =
        reading.incident().dossier().conclusions().lives().stream()
            .filter(life -> !life.region().isBlank() && !life.phases().isEmpty())
            .toList();
    if (!m.find() || placed.isEmpty()) {
      return;
    }
    String said = m.group(1) == null ? m.group(2) : m.group(1);
    boolean fits = placed.stream().anyMatch(life -> life.region().equals(said));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The machines in the evidence run in "
            + Wording.list(placed.stream().map(MachineLife::region).distinct().sorted().toList())
            + ".",
        placed.getFirst().phases().getFirst().evidence());
  }
}
