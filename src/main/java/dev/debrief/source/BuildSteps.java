package dev.debrief.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of an image's build and which of them came from the cache. A build whose every step
 * that brings the program's own files in, or compiles them, came from the cache has made the image
 * that was there before: what was changed isn't in it.
 */
final class BuildSteps {
  private static final Pattern STEP = Pattern.compile("#(\\d+) \\[[^\\]]*\\d+/\\d+\\] ([A-Z]+ .*)");
  private static final Pattern STATE = Pattern.compile("#(\\d+) (CACHED|DONE .*|ERROR.*)");
  private static final Pattern CLASSIC = Pattern.compile("Step (\\d+)/\\d+ : ([A-Z]+ .*)");
  private static final Pattern COMPILES =
      Pattern.compile(
          ".*\\b(compile|mix release|assets\\.deploy|npm run build|yarn build|yarn run build|pnpm (?:run )?build"
              + "|next build|go build|go install|cargo build|mvn|gradle|gradlew|dotnet (?:build|publish)|make\\b"
              + "|assets:precompile|bundle exec|tsc)\\b.*");
  private static final Pattern MANIFEST =
      Pattern.compile(
          "(?:\\./)?(?:.*/)?(?:mix\\.(?:exs|lock)|package(?:-lock)?\\.json|yarn\\.lock|pnpm-lock\\.yaml|\\.npmrc"
              + "|bun\\.lockb?|Gemfile(?:\\.lock)?|\\.ruby-version|requirements.*\\.txt|poetry\\.lock|pyproject\\.toml"
              + "|uv\\.lock|Pipfile(?:\\.lock)?|go\\.(?:mod|sum)|Cargo\\.(?:toml|lock)|pom\\.xml|composer\\.(?:json|lock)"
              + "|.*\\.csproj|.*\\.sln|build\\.gradle(?:\\.kts)?)");

  /** Characters of a line of a build; what is longer is its output. */
  private static final int LONGEST = 4_000;

  private static final class Step {
    private String instruction = "";
    private boolean cached;
    private boolean run;
    private long line;
  }

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private String classic = "";

  /** Reads a line, if it is one of a build. */
  boolean read(long number, String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    if (text.startsWith("#")) {
      Matcher step = STEP.matcher(text);
      if (step.matches()) {
        Step one = steps.computeIfAbsent(step.group(1), id -> new Step());
        one.instruction = step.group(2);
        one.line = number;
        return true;
      }
      Matcher state = STATE.matcher(text);
      if (state.matches()) {
        Step one = steps.computeIfAbsent(state.group(1), id -> new Step());
        one.cached |= state.group(2).equals("CACHED");
        one.run |= !state.group(2).equals("CACHED");
      }
      return text.matches("#\\d+ .*");
    }
    Matcher step = CLASSIC.matcher(text);
    if (step.matches()) {
      classic = "step " + step.group(1);
      Step one = steps.computeIfAbsent(classic, id -> new Step());
      one.instruction = step.group(2);
      one.line = number;
      return true;
    }
    if (!classic.isEmpty() && text.equals("---> Using cache")) {
      steps.computeIfAbsent(classic, id -> new Step()).cached = true;
      return true;
    }
    return false;
  }

  /**
   * The line of the first step that brings the program in, where all such steps and all that
   * compile came from the cache; 0 where any of them ran, or none was seen.
   */
  long allCached() {
    long first = 0;
    for (Step step : steps.values()) {
      boolean copies = copies(step.instruction);
      if (copies
          || (step.instruction.startsWith("RUN ")
              && COMPILES.matcher(step.instruction).matches())) {
        if (!step.cached || step.run) {
          return 0;
        }
        if (copies && first == 0) {
          first = step.line;
        }
      }
    }
    return first;
  }

  /** Whether a step copies files of the program, more than a manifest or from another stage. */
  private static boolean copies(String instruction) {
    if (!instruction.startsWith("COPY ") && !instruction.startsWith("ADD ")) {
      return false;
    }
    if (instruction.contains("--from=")) {
      return false;
    }
    String[] words = instruction.strip().split("\\s+");
    for (int i = 1; i < words.length - 1; i++) {
      if (!words[i].startsWith("--") && !MANIFEST.matcher(words[i]).matches()) {
        return true;
      }
    }
    return false;
  }
}
