package dev.debrief.model;

/**
 * Something that a person or CI did, as a console capture shows it.
 *
 * @param kind what it was
 * @param version the release it made, or empty
 * @param image the image it built or used, or empty
 * @param machine the machine it was about, or empty
 * @param detail the words that say it, such as {@code exit code 1} or {@code +1 machines for group
 *     'app'}
 */
public record Operation(
    Evidence evidence,
    int lines,
    Moment moment,
    String app,
    Kind kind,
    String version,
    String image,
    String machine,
    String detail)
    implements Entry {
  /** What a console capture can tell. */
  public enum Kind {
    BUILD_STARTED,
    /** Every build step that copies or compiles the program came from the cache. */
    BUILD_ALL_CACHED,
    BUILD_FAILED,
    IMAGE_BUILT,
    DEPLOY_STARTED,
    DEPLOY_SUCCEEDED,
    DEPLOY_FAILED,
    RELEASE_COMMAND_STARTED,
    RELEASE_COMMAND_SUCCEEDED,
    RELEASE_COMMAND_FAILED,
    MACHINE_UPDATED,
    HEALTH_CHECK_FAILED,
    NOT_LISTENING,
    SCALED,
    SECRETS_STAGED,
    SECRETS_DEPLOYED,
    DATABASE_ATTACHED,
    MACHINE_STOPPED,
    MACHINE_STARTED,
    MACHINE_DESTROYED,
    OTHER
  }

  @Override
  public Operation movedTo(Moment other) {
    return new Operation(evidence, lines, other, app, kind, version, image, machine, detail);
  }
}
