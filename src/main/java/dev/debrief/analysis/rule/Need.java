package dev.debrief.analysis.rule;

import java.util.Locale;
import java.util.Optional;

/** What must be in a case before a rule may say that its cause is not there. */
public enum Need {
  /** Lines of the app itself. */
  APP_LOG("lines of the app itself", "flyctl logs --app {app} --no-tail"),
  /** Lines of the platform's init, which tell of boots and exits. */
  INIT_LOG("the platform's lines about boots and exits", "flyctl logs --app {app} --no-tail"),
  /** Lines of the platform's proxy. */
  PROXY_LOG("the proxy's lines", "flyctl logs --app {app} --no-tail"),
  /** A machine's own history. */
  MACHINE_EVENTS("machine events", "flyctl machine list --app {app} --json"),
  /** The history of releases. */
  RELEASES("the release history", "flyctl releases --app {app} --image --json"),
  /** What a deploy printed. */
  DEPLOY_OUTPUT("a deploy's output", "flyctl deploy --app {app} 2>&1 | tee deploy.txt");

  private final String words;
  private final String command;

  Need(String words, String command) {
    this.words = words;
    this.command = command;
  }

  /** In words, as a sentence uses it. */
  public String words() {
    return words;
  }

  /** The command that would fetch it; {@code {app}} stands for the app's name. */
  public String command() {
    return command;
  }

  /** The name in rule files: {@code app_log}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Need> named(String id) {
    for (Need need : values()) {
      if (need.id().equals(id)) {
        return Optional.of(need);
      }
    }
    return Optional.empty();
  }
}
