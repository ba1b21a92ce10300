package dev.debrief.report;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code redaction.yaml}: each rule with lines it must hide and lines it must keep. */
final class RedactionRules {
  static final Redaction STANDARD = new Redaction(read());

  /** Matches nothing. */
  private static final String NEVER = "[^\\s\\S]";

  private RedactionRules() {}

  static JsonNode file() {
    try (InputStream in = RedactionRules.class.getResourceAsStream("/redaction.yaml")) {
      if (in == null) {
        throw new IllegalStateException("redaction.yaml is missing from the program");
      }
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RedactionRule> read() {
    List<RedactionRule> rules = new ArrayList<>();
    for (JsonNode node : file()) {
      List<String> hints = new ArrayList<>();
      node.path("hints").forEach(hint -> hints.add(hint.asString()));
      rules.add(
          new RedactionRule(
              node.path("id").asString(),
              node.path("hides").asString(),
              node.path("on").asBoolean(true),
              hints,
              Pattern.compile(node.path("pattern").asString()),
              Pattern.compile(node.has("unless") ? node.path("unless").asString() : NEVER)));
    }
    return rules;
  }
}
