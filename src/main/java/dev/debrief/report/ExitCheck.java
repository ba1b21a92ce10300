package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.report.Incident.Found;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exit codes, and machines that went together. */
final class ExitCheck implements ClaimCheck {
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?:exit(?:ed)?(?:\\s+with)?(?:\\s+(?:normally\\s+)?(?:with\\s+)?)?[ _]?(?:code|status)|with (?:exit )?(?:code|status))\\s*[:=]?\\s*(-?\\d{1,3})\\b",
          Pattern.CASE_INSENSITIVE);

  /** Somebody explains what a code means. */
  private static final Pattern LESSON =
      Pattern.compile("\\b(?:means|would be|is not|not|never|=\\s*128|e\\.g\\.|such as)\\b");

  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\b(?:(?<exact>(?:exact(?:ly)?\\s+)?same\\s+(?:exact\\s+)?millisecond)|simultaneous(?:ly)?|within milliseconds)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      codes(reading, line);
      together(reading, line);
    }
  }

  private static void codes(Reading reading, ReportLine line) {
    Matcher m = CODE.matcher(line.plain());
    while (m.find()) {
      if (LESSON.matcher(line.plain()).find()) {
        continue;
      }
      int said = Integer.parseInt(m.group(1));
      Map<Integer, Found<Details.Exit>> known = known(reading, line);
      Found<Details.Exit> same = known.get(said);
      if (same != null) {
        reading.tell(
            line,
            Judgement.SUPPORTED,
            "The evidence shows exits with code " + said + ".",
            same.finding().evidence());
      } else if (known.isEmpty()) {
        reading.tell(
            line, Judgement.UNSUPPORTED, "The evidence shows no exit with a code.", List.of());
      } else {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            "The evidence shows no exit with code "
                + said
                + ", but "
                + Wording.list(known.keySet().stream().limit(5).map(String::valueOf).toList())
                + ".",
            known.values().iterator().next().finding().evidence());
      }
    }
  }

  /** The codes seen, on the machines that the line names if it names any. */
  private static Map<Integer, Found<Details.Exit>> known(Reading reading, ReportLine line) {
    List<String> machines = IdentityCheck.machinesIn(line, reading.incident());
    Map<Integer, Found<Details.Exit>> out = new TreeMap<>();
    for (Found<Details.Exit> exit : reading.incident().all(Details.Exit.class)) {
      boolean here =
          machines.isEmpty() || exit.finding().machines().stream().anyMatch(machines::contains);
      Integer code = exit.details().code();
      if (!here) {
        continue;
      }
      if (code != null) {
        out.putIfAbsent(code, exit);
      }
      if ("SIGKILL".equals(exit.details().signal())) {
        out.putIfAbsent(137, exit);
      }
      if ("SIGTERM".equals(exit.details().signal())) {
        out.putIfAbsent(143, exit);
      }
    }
    return out;
  }

  private static void together(Reading reading, ReportLine line) {
    Matcher m = TOGETHER.matcher(line.plain());
    if (!m.find()
        || !line.plain().matches("(?is).*\\b(?:both|machines|instances|nodes|vms)\\b.*")) {
      return;
    }
    List<Found<Details.SimultaneousExit>> all =
        reading.incident().all(Details.SimultaneousExit.class);
    if (all.isEmpty()) {
      reading.tell(
          line,
          Judgement.UNSUPPORTED,
          "The evidence shows no two machines that exited within 100 ms of each other.",
          List.of());
      return;
    }
    Found<Details.SimultaneousExit> closest =
        all.stream()
            .min(Comparator.comparingLong(exit -> exit.details().spreadMillis()))
            .orElse(all.getFirst());
    long spread = closest.details().spreadMillis();
    boolean fits = m.group("exact") == null || spread <= 1;
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The closest two exits in the evidence are " + spread + " ms apart.",
        closest.finding().evidence());
  }
}
