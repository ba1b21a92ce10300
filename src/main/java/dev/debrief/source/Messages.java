package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first line of the multi-line message that a line belongs to. The platform makes a
 * record of every line, and lines of many machines interleave, so each machine's app has its own
 * open message. A line joins it where its shape says so and it came within a second of the one
 * before; a line that might as well belong elsewhere stands alone.
 */
final class Messages {
  /** Machines remembered; the one longest silent is forgotten. */
  private static final int MOST = 4_000;

  /** Seconds between two lines of one message. */
  private static final long GAP = 1;

  /** The message that is open on one machine. */
  static final class Open {
    /** Its first line's number, 0 where none is open. */
    long head;

    long second;
    Level severity = Level.INFO;
    @Nullable Moment moment;
    Shape shape = Shape.PLAIN;
    boolean indented;

    /**
     * How far an Elixir report has come: 0 head, 1 exception, 2 stack, 3 the state after it; 1
     * where a Rust panic's words are to come.
     */
    int stage;

    /** A second in which lines of several reports are mixed; none of its lines is claimed. */
    long jumbled = Long.MIN_VALUE;
  }

  /** What wrote a message, as far as it decides what may follow. */
  enum Shape {
    PLAIN,
    ELIXIR,
    PYTHON,
    NODE,
    GO,
    RUST
  }

  private final Map<String, Open> machines =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
          return size() > MOST;
        }
      };
  private String lastMachine = "";
  private @Nullable Open lastOpen;

  /** What is open on a machine. */
  Open on(String machine) {
    Open open = lastOpen;
    if (open != null && lastMachine.equals(machine)) {
      return open;
    }
    open = machines.computeIfAbsent(machine, name -> new Open());
    lastMachine = machine;
    lastOpen = open;
    return open;
  }

  /** Whether this line goes on with the open message; if not, it begins one. */
  boolean continues(Open open, long second, String text, Preamble preamble) {
    if (preamble.kind != Preamble.Kind.NONE) {
      return false;
    }
    boolean near = open.head > 0 && second - open.second <= GAP && open.second - second <= GAP;
    if (!near) {
      return false;
    }
    if (open.jumbled == second) {
      return false;
    }
    boolean indented = text.isEmpty() || text.charAt(0) == ' ' || text.charAt(0) == '\t';
    boolean joins =
        switch (open.shape) {
          case ELIXIR -> elixir(open, second, text, indented);
          case PYTHON -> indented || Traces.python(text, open.indented);
          case NODE -> indented || Traces.node(text);
          case RUST -> indented || rust(open, text);
          case GO -> indented || !text.startsWith("panic: ");
          case PLAIN -> indented || Traces.anywhere(text, open.severity, open.indented);
        };
    if (joins) {
      open.second = second;
      open.indented = indented;
      if (open.shape == Shape.PLAIN && Traces.pythonBegins(text)) {
        open.shape = Shape.PYTHON;
      }
    }
    return joins;
  }

  /** Makes this line the open message's first. */
  void begins(
      Open open,
      long line,
      long second,
      String text,
      Preamble preamble,
      Level severity,
      Moment moment) {
    open.head = line;
    open.second = second;
    open.severity = severity;
    open.moment = moment;
    open.stage = text.contains("** (") || (Traces.rust(text) && text.endsWith(":")) ? 1 : 0;
    open.indented = !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
    open.shape =
        preamble.kind == Preamble.Kind.ELIXIR
            ? Shape.ELIXIR
            : preamble.kind == Preamble.Kind.LEVEL && text.startsWith("[")
                ? Shape.ELIXIR
                : Traces.shape(text);
  }

  /** The place of a panic ends with a colon, and its words are the next line. */
  private static boolean rust(Open open, String text) {
    boolean words = open.stage == 1;
    open.stage = 0;
    return words || text.startsWith("note: ") || text.startsWith("stack backtrace:");
  }

  private static boolean elixir(Open open, long second, String text, boolean indented) {
    if (Traces.vm(text)) {
      return false;
    }
    int stage = Traces.stage(text, indented);
    boolean astray = stage == 1 ? open.stage >= 2 : stage == Traces.ADVICE && open.stage != 1;
    if (astray) { // an exception after its own stack, advice after no exception: another report's
      // line
      open.jumbled = second;
      return false;
    }
    boolean words = open.severity.compareTo(Level.WARNING) >= 0 && open.stage < 2;
    if (!indented && stage == 0 && !words && !Traces.closer(text)) {
      return false; // one-line messages have no more lines, and a stack no words after it
    }
    if (stage > 0) {
      open.stage = stage;
    } else if (stage == Traces.NESTED && open.stage == 0) {
      open.stage = 1;
    }
    return true;
  }
}
