package dev.debrief.model;

/**
 * A machine as it was when it was asked about.
 *
 * @param moment when it was last updated
 * @param state {@code started}, {@code stopped}, …
 * @param image the image it ran, or empty
 * @param version the release it ran ({@code v290}), or empty
 * @param instance the ULID of its configuration's version, or empty
 */
public record MachineSnapshot(
    Evidence evidence,
    int lines,
    Moment moment,
    String app,
    String machine,
    String region,
    String state,
    String image,
    String version,
    String instance)
    implements Entry {
  @Override
  public MachineSnapshot movedTo(Moment other) {
    return new MachineSnapshot(
        evidence, lines, other, app, machine, region, state, image, version, instance);
  }
}
