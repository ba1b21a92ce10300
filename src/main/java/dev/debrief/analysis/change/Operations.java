package dev.debrief.analysis.change;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Evidence;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What console captures tell of changes. */
final class Operations {
  /** A capture belongs to the release made within this of it. */
  private static final Duration NEAR = Duration.ofMinutes(15);

  private Operations() {}

  /** The operations that belong to a release: by version, by image, or by time. */
  static List<Operation> about(Release release, List<Operation> operations) {
    List<Operation> own = new ArrayList<>();
    for (Operation operation : operations) {
      boolean sameVersion =
          !operation.version().isEmpty() && operation.version().equals(release.version());
      boolean sameImage =
          !operation.image().isEmpty()
              && Images.name(operation.image()).equals(Images.name(release.image()));
      if (sameVersion || sameImage) {
        own.add(operation);
      }
    }
    return own;
  }

  /** Whether the release's image was built from the cache alone. */
  static boolean cached(Release release, List<Operation> operations) {
    List<Operation> own = about(release, operations);
    if (own.isEmpty()) {
      return false;
    }
    // The build's lines name no image; they stand in the same capture, before the image's line.
    for (Operation named : own) {
      for (Operation operation : operations) {
        if (operation.kind() == Operation.Kind.BUILD_ALL_CACHED
            && operation.evidence().source().equals(named.evidence().source())
            && operation.evidence().line() <= named.evidence().line()
            && noBuildBetween(operations, operation, named)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean noBuildBetween(List<Operation> operations, Operation from, Operation to) {
    return operations.stream()
        .noneMatch(
            other ->
                other.kind() == Operation.Kind.BUILD_STARTED
                    && other.evidence().source().equals(from.evidence().source())
                    && other.evidence().line() > from.evidence().line()
                    && other.evidence().line() < to.evidence().line());
  }

  /** Changes that no release stands for: scaling always, deploys and secrets where none is near. */
  static List<Change> changes(List<Operation> operations, List<Change> releases) {
    List<Change> changes = new ArrayList<>();
    int scales = 0;
    int secrets = 0;
    int deploys = 0;
    for (Operation operation : operations) {
      if (!operation.moment().known()) {
        continue;
      }
      switch (operation.kind()) {
        case SCALED -> changes.add(change("scale-" + ++scales, ChangeKind.SCALE, operation));
        case SECRETS_DEPLOYED -> {
          if (unreleased(operation, releases)) {
            changes.add(change("secrets-" + ++secrets, ChangeKind.CONFIG, operation));
          }
        }
        case DEPLOY_STARTED -> {
          if (unreleased(operation, releases)) {
            changes.add(change("deploy-" + ++deploys, ChangeKind.DEPLOY, operation));
          }
        }
        case DATABASE_ATTACHED, SECRETS_STAGED, MACHINE_DESTROYED ->
            changes.add(
                change(
                    operation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + "-"
                        + (changes.size() + 1),
                    ChangeKind.OTHER,
                    operation));
        case MACHINE_STOPPED ->
            changes.add(change("stop-" + (changes.size() + 1), ChangeKind.STOP, operation));
        case MACHINE_STARTED ->
            changes.add(change("start-" + (changes.size() + 1), ChangeKind.START, operation));
        case BUILD_STARTED,
            BUILD_ALL_CACHED,
            BUILD_FAILED,
            IMAGE_BUILT,
            DEPLOY_SUCCEEDED,
            DEPLOY_FAILED,
            RELEASE_COMMAND_STARTED,
            RELEASE_COMMAND_SUCCEEDED,
            RELEASE_COMMAND_FAILED,
            MACHINE_UPDATED,
            HEALTH_CHECK_FAILED,
            NOT_LISTENING,
            OTHER -> {}
      }
    }
    return changes;
  }

  private static boolean unreleased(Operation operation, List<Change> releases) {
    return releases.stream()
        .noneMatch(
            release ->
                release.change().equals(operation.version())
                    || (!operation.image().isEmpty()
                        && Images.name(release.image()).equals(Images.name(operation.image())))
                    || Duration.between(release.moment().at(), operation.moment().at())
                            .abs()
                            .compareTo(NEAR)
                        <= 0);
  }

  private static Change change(String name, ChangeKind kind, Operation operation) {
    return new Change(
        operation.version().isEmpty() ? name : operation.version(),
        kind,
        operation.moment(),
        "",
        "",
        operation.image(),
        "",
        operation.detail().isEmpty() ? "As the console capture shows." : operation.detail(),
        List.<Evidence>of(operation.evidence()),
        null);
  }
}
