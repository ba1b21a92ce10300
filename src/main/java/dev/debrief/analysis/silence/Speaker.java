package dev.debrief.analysis.silence;

import dev.debrief.analysis.template.Emitter;
import dev.debrief.analysis.template.LogText;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who speaks in a line of the app, at the coarsest name that tells it from others. */
final class Speaker {
  private static final Pattern STRUCTURED =
      Pattern.compile("\"(?:source|logger|component|service)\" ?: ?\"([A-Za-z][\\w.-]{1,40})\"");
  private static final Pattern TAGGED = Pattern.compile("^\\[([a-z][a-z0-9_:-]{2,30})\\] ");

  private Speaker() {}

  /** A module's first name ({@code Postgrex}), a tag, a structured line's source, or empty. */
  static String of(LogRecord head) {
    if (!head.provider().equals("app") && !head.provider().isEmpty()) {
      return "";
    }
    String text = LogText.bare(head.message());
    if (text.startsWith("{")) {
      Matcher m = STRUCTURED.matcher(text);
      return m.find() ? capitalised(m.group(1)) : "";
    }
    Matcher tag = TAGGED.matcher(text);
    if (tag.find()) {
      return level(tag.group(1)) ? "" : tag.group(1);
    }
    String module = Emitter.of(head.provider(), text);
    if (module.equals("init")) {
      return "";
    }
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }

  private static boolean level(String word) {
    return Level.named(word).isPresent();
  }

  /** Oban's default logger names itself in lower case; its module is Oban. */
  private static String capitalised(String name) {
    return name.equals("oban") ? "Oban" : name;
  }
}
