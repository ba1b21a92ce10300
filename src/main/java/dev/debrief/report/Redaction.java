package dev.debrief.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Hides secrets in whatever leaves a case, by declared rules, and counts what it hid. Linear in the
 * text. Immutable; {@link #session} counts.
 */
public final class Redaction {
  private final List<RedactionRule> rules;

  Redaction(List<RedactionRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that ship with the program, those on that are on by default. */
  public static Redaction standard() {
    return RedactionRules.STANDARD;
  }

  /** Every rule there is, for a list of switches. */
  public List<RedactionRule> rules() {
    return rules;
  }

  /** The same with some rules off, by id. */
  public Redaction without(Set<String> off) {
    return new Redaction(
        rules.stream()
            .map(rule -> off.contains(rule.id()) ? rule.switched(false) : rule)
            .collect(Collectors.toList()));
  }

  /** The same with some rules on, by id. */
  public Redaction with(Set<String> on) {
    return new Redaction(
        rules.stream()
            .map(rule -> on.contains(rule.id()) ? rule.switched(true) : rule)
            .collect(Collectors.toList()));
  }

  /** The text with its secrets hidden, uncounted. */
  public String hide(String text) {
    return session().hide(text);
  }

  /** A counter for one thing that leaves the case: a draft, a table, a picture. */
  public Session session() {
    return new Session();
  }

  /** Hides and counts. Not for several threads. */
  public final class Session {
    private final Map<String, Long> counts = new TreeMap<>();

    private Session() {}

    /** The text with its secrets hidden. */
    public String hide(String text) {
      String hidden = text;
      for (RedactionRule rule : rules) {
        if (rule.on()) {
          hidden = rule.hide(hidden, this::count);
        }
      }
      return hidden;
    }

    private void count(String rule) {
      counts.merge(rule, 1L, Long::sum);
    }

    /** How often each rule hid something, by rule id, in order of the ids. */
    public Map<String, Long> counts() {
      return new TreeMap<>(counts);
    }

    /** How much was hidden in all. */
    public long total() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The rules' ids and what they hide, in order of the ids. */
  public Map<String, String> described() {
    return rules.stream()
        .sorted(Comparator.comparing(RedactionRule::id))
        .collect(
            Collectors.toMap(RedactionRule::id, RedactionRule::hides, (a, b) -> a, TreeMap::new));
  }
}
