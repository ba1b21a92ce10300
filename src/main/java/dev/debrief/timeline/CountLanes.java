package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.Signature;
import dev.debrief.model.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lanes that counts fill: errors by signature, requests, all lines. */
final class CountLanes {
  private CountLanes() {}

  /** The signatures worth a lane: errors before warnings, of each the most frequent first. */
  static List<Signature> shown(Conclusions conclusions) {
    return conclusions.signatures().stream()
        .filter(s -> s.severity().compareTo(Level.WARNING) >= 0)
        .sorted(
            Comparator.comparing((Signature s) -> s.severity().compareTo(Level.ERROR) < 0)
                .thenComparing(Comparator.comparingLong(Signature::count).reversed())
                .thenComparing(Signature::id))
        .limit(Timelines.SIGNATURES_SHOWN)
        .toList();
  }

  static List<Lane> errors(Conclusions conclusions, Density density) {
    Map<String, Finding> news = new HashMap<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.NewSignature signature) {
        news.put(signature.signature(), f);
      }
    }
    List<Lane> lanes = new ArrayList<>();
    for (Signature signature : shown(conclusions)) {
      Finding finding = news.getOrDefault(signature.id(), news.get(signature.template()));
      List<Evidence> example = List.of(signature.example());
      String key = Density.signature(signature.id());
      lanes.add(
          new Lane(
              "error:" + signature.id(),
              LaneKind.ERROR,
              title(signature.template()),
              "×" + Wording.number(signature.count()),
              List.of(
                  new Mark.Seen(
                      new TimeRange(signature.first(), signature.last()),
                      signature.id(),
                      signature.template(),
                      signature.count(),
                      signature.healthyCount() == 0,
                      new Basis(finding == null ? "" : finding.id(), example))),
              density.keys().contains(key) ? key : ""));
    }
    return lanes;
  }

  /** The first line; of an exception its name and its frame, for many share their message. */
  static String title(String template) {
    String first = template.strip().lines().findFirst().orElse("");
    int close = first.indexOf(')');
    int at = first.lastIndexOf(" at ");
    return first.startsWith("** (") && close > 0 && at > close
        ? first.substring(4, close) + first.substring(at)
        : first;
  }

  static List<Lane> requests(Density density) {
    if (!density.keys().contains(Density.REQUESTS)) {
      return List.of();
    }
    return List.of(
        new Lane(
            "requests",
            LaneKind.REQUESTS,
            "Requests",
            "failed in red",
            List.of(),
            Density.REQUESTS));
  }

  static List<Lane> log(Density density) {
    if (!density.keys().contains(Density.RECORDS)) {
      return List.of();
    }
    return List.of(
        new Lane("log", LaneKind.LOG, "Log lines", "errors in red", List.of(), Density.RECORDS));
  }
}
