package dev.debrief.report;

import dev.debrief.model.Operation;
import java.util.Locale;

/** What people did at a console, in words. */
final class Operations {
  private Operations() {}

  /** Whether it tells something that the release history doesn't. */
  static boolean tells(Operation.Kind kind) {
    return switch (kind) {
      case SCALED,
          SECRETS_STAGED,
          SECRETS_DEPLOYED,
          DATABASE_ATTACHED,
          MACHINE_STOPPED,
          MACHINE_STARTED,
          MACHINE_DESTROYED,
          BUILD_ALL_CACHED,
          BUILD_FAILED,
          RELEASE_COMMAND_FAILED,
          HEALTH_CHECK_FAILED,
          NOT_LISTENING,
          DEPLOY_FAILED,
          OTHER ->
          true;
      case BUILD_STARTED,
          IMAGE_BUILT,
          DEPLOY_STARTED,
          DEPLOY_SUCCEEDED,
          RELEASE_COMMAND_STARTED,
          RELEASE_COMMAND_SUCCEEDED,
          MACHINE_UPDATED ->
          false;
    };
  }

  /** Its kind as a reader says it. */
  static String words(Operation.Kind kind) {
    return switch (kind) {
      case OTHER -> "at the console";
      case SCALED -> "scaling";
      case BUILD_ALL_CACHED -> "a build wholly from the cache";
      case HEALTH_CHECK_FAILED -> "a health check failed";
      case NOT_LISTENING -> "the app was not listening";
      default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
