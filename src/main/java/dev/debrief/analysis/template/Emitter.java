package dev.debrief.analysis.template;

/** Who speaks in a message: a module, a process, a part of the platform. */
public final class Emitter {
  private static final String[] VERBS = {" terminating", " terminated", " raised an exception"};

  private Emitter() {}

  /**
   * The emitter of a message.
   *
   * @param provider the platform's word for the speaker, or empty
   * @param text the message without the program's own time, metadata and level
   * @return a module or process name ({@code Postgrex.Protocol}, {@code Oban.Stager}), the provider
   *     for lines of the platform, {@code init} for those of its init, or empty
   */
  public static String of(String provider, String text) {
    if (!provider.isEmpty() && !provider.equals("app")) {
      return provider;
    }
    String line = firstLine(text);
    if (isInit(text)) {
      return "init";
    }
    for (String opening : new String[] {"GenServer ", ":gen_statem ", ":gen_event ", "Process "}) {
      if (line.startsWith(opening)) {
        return process(line.substring(opening.length()));
      }
    }
    if (line.startsWith("Child ") && line.contains(" of Supervisor ")) {
      return process(line.substring(line.indexOf(" of Supervisor ") + 15));
    }
    if (line.startsWith("Mnesia(") || line.startsWith("Mnesia:")) {
      return "Mnesia";
    }
    if (line.startsWith("Running ") && line.contains(" with ")) {
      return module(line, "Running ".length());
    }
    if (line.startsWith("[")) {
      int close = line.indexOf(']');
      return close > 1 && close < 60 ? module(line, 1) : "";
    }
    return module(line, 0);
  }

  /** Whether the platform's init speaks, in the words that it right-aligns to five columns. */
  static boolean isInit(String text) {
    return text.startsWith(" INFO ")
        || text.startsWith(" WARN ")
        || (text.startsWith("ERROR ") && text.contains("error "))
        || (text.startsWith("[ ") && text.contains("] reboot:"));
  }

  /** The last module named before the verb: {@code {Oban.Registry, {Oban, Oban.Stager}}}. */
  private static String process(String rest) {
    int end = rest.length();
    for (String verb : VERBS) {
      int at = rest.indexOf(verb);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    String name = rest.substring(0, end);
    String best = "";
    for (int i = 0; i < name.length(); i++) {
      if (Character.isUpperCase(name.charAt(i))
          && (i == 0
              || (!Character.isLetterOrDigit(name.charAt(i - 1)) && name.charAt(i - 1) != '.'))) {
        String module = module(name, i);
        best = module.isEmpty() ? best : module;
      }
    }
    return best;
  }

  /** A dotted name that begins with a capital, at a place in a line, or empty. */
  private static String module(String line, int from) {
    if (from >= line.length() || !Character.isUpperCase(line.charAt(from))) {
      return "";
    }
    int i = from;
    while (i < line.length()
        && (Character.isLetterOrDigit(line.charAt(i))
            || line.charAt(i) == '_'
            || (line.charAt(i) == '.'
                && i + 1 < line.length()
                && Character.isUpperCase(line.charAt(i + 1))))) {
      i++;
    }
    String name = line.substring(from, i);
    return name.indexOf('.') > 0 || from > 0 ? name : "";
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
