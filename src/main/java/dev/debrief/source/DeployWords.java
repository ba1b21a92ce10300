package dev.debrief.source;

import dev.debrief.model.Operation.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of flyctl's console say, each as a pattern and what it means. */
final class DeployWords {
  private DeployWords() {}

  /**
   * What a line says.
   *
   * @param machine the machine it names, or empty
   * @param app the app it names, or empty
   */
  record Said(Kind kind, String machine, String app) {}

  /** A pattern whose groups, where it has them, are named machine and app. */
  private record Rule(Kind kind, Pattern pattern) {
    Rule(Kind kind, String pattern) {
      this(kind, Pattern.compile(pattern));
    }
  }

  private static final String ID = "(?<machine>[0-9a-f]{8,20})";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              Kind.RELEASE_COMMAND_STARTED,
              "Running (?:(?<app>[a-z0-9-]+) )?(?:release|seed)_command: .*"),
          new Rule(Kind.RELEASE_COMMAND_STARTED, "==> Release command.*"),
          new Rule(Kind.RELEASE_COMMAND_STARTED, "Running: `.*"),
          new Rule(
              Kind.RELEASE_COMMAND_SUCCEEDED,
              "✔ (?:release|seed)_command " + ID + " completed successfully.*"),
          new Rule(Kind.RELEASE_COMMAND_FAILED, "✖ (?:release|seed)_command.* failed.*"),
          new Rule(
              Kind.RELEASE_COMMAND_FAILED,
              "Error:? (?:release|seed)_command failed running on machine " + ID + ".*"),
          new Rule(
              Kind.RELEASE_COMMAND_FAILED,
              "Error:? [Rr]elease command failed.*machine " + ID + ".*"),
          new Rule(Kind.RELEASE_COMMAND_FAILED, "Error:? [Rr]elease command failed.*"),
          new Rule(
              Kind.HEALTH_CHECK_FAILED,
              ".*timeout reached waiting for health checks to pass for machine " + ID + ".*"),
          new Rule(Kind.HEALTH_CHECK_FAILED, "(?:Error: )?[Ss]moke checks for " + ID + " failed.*"),
          new Rule(
              Kind.NOT_LISTENING, "WARNING The app is not listening on the expected address.*"),
          new Rule(Kind.BUILD_FAILED, "#\\d+ ERROR.*"),
          new Rule(Kind.BUILD_FAILED, "Error:? failed to fetch an image or build from source.*"),
          new Rule(
              Kind.BUILD_FAILED, "Error:? (?:error building|failed to solve|.*docker build).*"),
          new Rule(Kind.DEPLOY_FAILED, "✖ .*"),
          new Rule(Kind.DEPLOY_FAILED, "--> v\\d+ failed.*"),
          new Rule(Kind.DEPLOY_FAILED, "Error:? (?!.*\\bDeploy.*succe).*"),
          new Rule(
              Kind.MACHINE_UPDATED,
              "✔ (?:\\[\\d+/\\d+\\] )?Machine "
                  + ID
                  + ".*(?:is now in a good state|update succeeded)"),
          new Rule(
              Kind.MACHINE_UPDATED,
              "(?:\\[\\d+/\\d+\\] )?Machine " + ID + ".* update finished: success"),
          new Rule(Kind.BUILD_STARTED, "==> Building image.*"),
          new Rule(Kind.DEPLOY_STARTED, "==> Verifying app config.*"),
          new Rule(Kind.DEPLOY_STARTED, "Updating existing machines in '(?<app>[^']+)'.*"),
          new Rule(Kind.DEPLOY_SUCCEEDED, "Visit your newly deployed app at .*"),
          new Rule(Kind.DEPLOY_SUCCEEDED, "Your app is deployed but .*"),
          new Rule(Kind.DEPLOY_SUCCEEDED, ".*SUCCESS! Your app is live.*"),
          new Rule(Kind.DEPLOY_SUCCEEDED, "(?:Finished deploying|Deployment Complete)"),
          new Rule(Kind.DEPLOY_SUCCEEDED, "--> v\\d+ deployed successfully.*"),
          new Rule(
              Kind.SCALED, "App '(?<app>[^']+)' is going to be scaled according to this plan:"),
          new Rule(Kind.SCALED, "Scaled VM Type to .*"),
          new Rule(Kind.SECRETS_STAGED, "Secrets (?:are staged|have been staged).*"),
          new Rule(Kind.SECRETS_DEPLOYED, "Release v\\d+ created.*"),
          new Rule(
              Kind.DATABASE_ATTACHED,
              "Postgres cluster .+ is being attached to (?<app>[a-z0-9-]+).*"),
          new Rule(Kind.OTHER, "Postgres cluster .+ has been detached from (?<app>[a-z0-9-]+).*"),
          new Rule(Kind.MACHINE_STOPPED, ID + " has been (?:successfully stopped|suspended).*"),
          new Rule(Kind.MACHINE_STARTED, ID + " has been started.*"),
          new Rule(Kind.MACHINE_STARTED, "Machine " + ID + " restarted successfully!"),
          new Rule(Kind.MACHINE_DESTROYED, ID + " has been destroyed.*"),
          new Rule(Kind.MACHINE_DESTROYED, "(?:Machine )?" + ID + " \\[[^\\]]*\\] destroyed"),
          new Rule(Kind.OTHER, "App already scaled to desired state.*"),
          new Rule(Kind.OTHER, "Failure #\\d+"));

  /** What a line says, or null where it says nothing of its own. */
  static @Nullable Said of(String text) {
    if (text.length() > 4_000) {
      return null;
    }
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(text);
      if (matcher.matches()) {
        return new Said(rule.kind(), group(matcher, "machine"), group(matcher, "app"));
      }
    }
    return null;
  }

  private static String group(Matcher matcher, String name) {
    if (!matcher.namedGroups().containsKey(name)) {
      return "";
    }
    String found = matcher.group(name);
    return found == null ? "" : found;
  }
}
