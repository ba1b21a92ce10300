package dev.debrief.analysis.rule;

import dev.debrief.model.Severity;
import java.time.Duration;
import java.util.List;

/**
 * A known cause, as its file declares it.
 *
 * @param id lower-case words joined by hyphens
 * @param title one line: the cause, not the symptom
 * @param severity of its findings
 * @param confidence of its findings, from 0 to 1
 * @param symptom whether it says how something ended and not why
 * @param looksLike any one of these shows it
 * @param atLeast how many matches, on one machine or across them, it takes
 * @param within the time that many must fall in
 * @param together matches this close on one machine are one occurrence: an OOM prints four lines
 * @param suspectedBy makes a reader think of it and does not prove it: no finding comes of it
 * @param needs what must be in the case to judge; any one of them will do
 * @param refutedBy shows that it is not this
 * @param supportedBy speaks for it besides its own lines
 * @param explains the rules whose matches follow from this cause
 * @param explanation why this looks as it does
 * @param check how to confirm it, in words
 * @param command the command that would fetch the deciding evidence; {@code {app}} and {@code
 *     {machine}} are filled in
 * @param fix how to mend it
 * @param reference where the knowledge comes from
 * @param samples its own test
 */
public record Rule(
    String id,
    String title,
    Severity severity,
    double confidence,
    boolean symptom,
    List<Pattern> looksLike,
    int atLeast,
    Duration within,
    Duration together,
    List<Counter> suspectedBy,
    List<Need> needs,
    List<Counter> refutedBy,
    List<Counter> supportedBy,
    List<String> explains,
    String explanation,
    String check,
    String command,
    String fix,
    String reference,
    Samples samples) {
  public Rule {
    looksLike = List.copyOf(looksLike);
    suspectedBy = List.copyOf(suspectedBy);
    needs = List.copyOf(needs);
    refutedBy = List.copyOf(refutedBy);
    supportedBy = List.copyOf(supportedBy);
    explains = List.copyOf(explains);
  }

  /** Lines that must match, and lines that look alike and must not. */
  public record Samples(List<String> match, List<String> noMatch) {
    public Samples {
      match = List.copyOf(match);
      noMatch = List.copyOf(noMatch);
    }
  }
}
