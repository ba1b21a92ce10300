package dev.debrief.analysis.rule;

import com.google.re2j.PatternSyntaxException;
import dev.debrief.model.FindingKind;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Operation;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One rule file, checked: every error names the file, the line and what to do. */
final class RuleReader {
  /** A regular expression longer than this is no pattern of one line. */
  static final int MAX_REGEX = 1_000;

  private static final int MAX_ITEMS = 100;
  private static final com.google.re2j.Pattern ID =
      com.google.re2j.Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final com.google.re2j.Pattern SPAN =
      com.google.re2j.Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  private final String where;

  private RuleReader(String where) {
    this.where = where;
  }

  /**
   * Reads a rule.
   *
   * @param where what to call the file in errors
   */
  static Rule read(String yaml, String where) throws InputProblem {
    return new RuleReader(where).rule(YamlNode.read(yaml, where));
  }

  private Rule rule(YamlNode node) throws InputProblem {
    YamlFields of = fields(node, "a rule");
    String id = of.text("id");
    if (!ID.matches(id)) {
      throw of.problem("id", "'" + id + "' is no rule id", "use lower-case words and hyphens");
    }
    List<Pattern> looksLike = of.list("looks_like", this::pattern);
    List<Counter> supportedBy = of.list("supported_by", this::counter);
    List<Counter> suspectedBy = of.list("suspected_by", this::counter);
    if (looksLike.isEmpty() && suspectedBy.isEmpty() && supportedBy.isEmpty()) {
      throw of.problem("id", "the rule can never match", "add looks_like with a text or a regex");
    }
    Rule rule =
        new Rule(
            id,
            of.text("title"),
            of.choice("severity", Severity.CRITICAL, RuleReader::severity),
            of.number("confidence", 0.9, 0, 1),
            of.choice("symptom", false, RuleReader::truth),
            looksLike,
            (int) of.number("at_least", 1, 1, 1_000_000),
            of.choice("within", Duration.ofMinutes(5), RuleReader::span),
            of.choice("together", Duration.ZERO, RuleReader::span),
            suspectedBy,
            of.list("needs", this::need),
            of.list("refuted_by", this::counter),
            supportedBy,
            of.list("explains", this::word),
            of.text("explanation"),
            of.text("check"),
            of.textOr("command", ""),
            of.text("fix"),
            of.text("reference"),
            samples(of));
    of.nothingElse();
    return rule;
  }

  private Rule.Samples samples(YamlFields of) throws InputProblem {
    Optional<YamlNode> node = of.optional("samples");
    if (node.isEmpty()) {
      return new Rule.Samples(List.of(), List.of());
    }
    YamlFields samples = fields(node.get(), "samples");
    var read =
        new Rule.Samples(samples.list("match", this::word), samples.list("no_match", this::word));
    samples.nothingElse();
    return read;
  }

  private Pattern pattern(YamlNode node) throws InputProblem {
    if (node instanceof YamlNode.Scalar scalar) {
      return line(scalar.text(), Optional.empty(), "", List.of(), List.of(), false, "", node);
    }
    YamlFields of = fields(node, "a pattern");
    Pattern pattern = pattern(of, node);
    of.nothingElse();
    return pattern;
  }

  private Pattern pattern(YamlFields of, YamlNode node) throws InputProblem {
    String says = of.textOr("says", "");
    if (of.has("operation")) {
      return new Pattern.Console(
          of.choice("operation", Operation.Kind.OTHER, RuleReader::operation),
          of.textOr("detail", ""),
          says);
    }
    if (of.has("exit")) {
      YamlFields exit = fields(of.optional("exit").orElseThrow(), "exit");
      var read =
          new Pattern.Exit(
              exit.has("oom")
                  ? Optional.of(exit.choice("oom", false, RuleReader::truth))
                  : Optional.empty(),
              exit.has("code")
                  ? Optional.of((int) exit.number("code", 0, -1, 255))
                  : Optional.empty(),
              exit.has("signal")
                  ? Optional.of((int) exit.number("signal", 0, -1, 64))
                  : Optional.empty(),
              says);
      exit.nothingElse();
      return read;
    }
    Optional<com.google.re2j.Pattern> regex =
        of.has("regex") ? Optional.of(regex(of)) : Optional.empty();
    return line(
        of.textOr("text", ""),
        regex,
        of.textOr("provider", ""),
        excuses(of, "unless_after"),
        excuses(of, "only_after"),
        of.choice("unless_served", false, RuleReader::truth),
        says,
        node);
  }

  private Pattern.Line line(
      String text,
      Optional<com.google.re2j.Pattern> regex,
      String provider,
      List<Pattern.Excuse> unlessAfter,
      List<Pattern.Excuse> onlyAfter,
      boolean unlessServed,
      String says,
      YamlNode node)
      throws InputProblem {
    if (text.isBlank() && regex.isEmpty()) {
      throw new InputProblem(
          where + ":" + node.line(),
          "a pattern without text, regex, operation or exit matches everything",
          "say what the line must hold");
    }
    return new Pattern.Line(text, regex, provider, unlessAfter, onlyAfter, unlessServed, says);
  }

  private List<Pattern.Excuse> excuses(YamlFields of, String field) throws InputProblem {
    Optional<YamlNode> node = of.optional(field);
    if (node.isEmpty()) {
      return List.of();
    }
    return node.get() instanceof YamlNode.Items items
        ? items(items, where, item -> excuse(item, field))
        : List.of(excuse(node.get(), field));
  }

  private Pattern.Excuse excuse(YamlNode node, String field) throws InputProblem {
    YamlFields excuse = fields(node, field);
    var read =
        new Pattern.Excuse(
            excuse.text("text"), excuse.choice("within", Duration.ofSeconds(30), RuleReader::span));
    excuse.nothingElse();
    return read;
  }

  private com.google.re2j.Pattern regex(YamlFields of) throws InputProblem {
    String text = of.text("regex");
    if (text.length() > MAX_REGEX) {
      throw of.problem(
          "regex", "longer than " + MAX_REGEX + " characters", "shorten it or split the pattern");
    }
    try {
      return com.google.re2j.Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw of.problem(
          "regex",
          "not a regular expression: " + e.getDescription(),
          "use RE2 syntax: it has no look-around and no back-references");
    }
  }

  private Counter counter(YamlNode node) throws InputProblem {
    YamlFields of = fields(node, "an argument");
    Counter counter;
    if (of.has("rule")) {
      counter = new Counter.Matched(of.text("rule"), of.text("says"));
    } else if (of.has("finding")) {
      counter =
          new Counter.Found(
              of.choice("finding", FindingKind.EXIT, RuleReader::findingKind),
              details(of),
              of.textOr("title", ""),
              of.text("says"));
    } else {
      of.text("says");
      counter = new Counter.Seen(pattern(of, node));
    }
    of.nothingElse();
    return counter;
  }

  private Map<String, String> details(YamlFields of) throws InputProblem {
    Optional<YamlNode> node = of.optional("details");
    Map<String, String> details = new LinkedHashMap<>();
    if (node.isPresent() && node.get() instanceof YamlNode.Fields fields) {
      for (Map.Entry<String, YamlNode> field : fields.fields().entrySet()) {
        details.put(field.getKey(), word(field.getValue()));
      }
    }
    return details;
  }

  private Need need(YamlNode node) throws InputProblem {
    String id = word(node);
    Optional<Need> need = Need.named(id);
    if (need.isEmpty()) {
      throw new InputProblem(
          where + ":" + node.line(), "'" + id + "' is no need", "use one of " + needs());
    }
    return need.get();
  }

  private String word(YamlNode node) throws InputProblem {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    throw new InputProblem(where + ":" + node.line(), "a plain value belongs here", "write text");
  }

  private YamlFields fields(YamlNode node, String what) throws InputProblem {
    if (node instanceof YamlNode.Fields fields) {
      return new YamlFields(where, fields);
    }
    throw new InputProblem(
        where + ":" + node.line(), what + " is made of 'name: value' lines", "write it so");
  }

  /** A list field's items, each read by {@code one}. */
  interface ItemReader<T> {
    T read(YamlNode node) throws InputProblem;
  }

  static <T> List<T> items(YamlNode node, String where, ItemReader<T> one) throws InputProblem {
    if (!(node instanceof YamlNode.Items items)) {
      throw new InputProblem(
          where + ":" + node.line(), "a list belongs here", "begin each item with '- '");
    }
    if (items.items().size() > MAX_ITEMS) {
      throw new InputProblem(
          where + ":" + node.line(), "more than " + MAX_ITEMS + " items", "split the rule");
    }
    List<T> read = new ArrayList<>();
    for (YamlNode item : items.items()) {
      read.add(one.read(item));
    }
    return read;
  }

  private static Optional<Severity> severity(String word) {
    return named(Severity.values(), word, s -> s.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<Operation.Kind> operation(String word) {
    return named(Operation.Kind.values(), word, k -> k.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<FindingKind> findingKind(String word) {
    return named(FindingKind.values(), word, FindingKind::id);
  }

  private static Optional<Boolean> truth(String word) {
    return switch (word) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> span(String word) {
    var matcher = SPAN.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        });
  }

  private static <T> Optional<T> named(T[] values, String word, Function<T, String> name) {
    for (T value : values) {
      if (name.apply(value).equals(word)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static String needs() {
    StringBuilder names = new StringBuilder();
    for (Need need : Need.values()) {
      names.append(names.isEmpty() ? "" : ", ").append(need.id());
    }
    return names.toString();
  }
}
