package dev.debrief.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user says about the inputs; where nothing is said it is worked out from them.
 *
 * @param format read everything as this format, by its name in the contract
 * @param year the year of dates that have none
 * @param zone the zone of times that are marked with none and aren't known to be UTC
 * @param app the app's name where the source doesn't tell it, or empty
 * @param capturedAt when the dump was taken, to anchor ages such as {@code 2h13m ago}; the file's
 *     own time where absent
 */
public record ImportOptions(
    Optional<String> format,
    OptionalInt year,
    Optional<ZoneId> zone,
    String app,
    Optional<Instant> capturedAt) {
  /** Everything is worked out. */
  public static final ImportOptions NONE =
      new ImportOptions(
          Optional.empty(), OptionalInt.empty(), Optional.empty(), "", Optional.empty());

  public ImportOptions {
    Objects.requireNonNull(format);
    Objects.requireNonNull(year);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(app);
    Objects.requireNonNull(capturedAt);
  }

  /** The same with another format. */
  public ImportOptions withFormat(String name) {
    return new ImportOptions(Optional.of(name), year, zone, app, capturedAt);
  }

  /** The same with another zone. */
  public ImportOptions withZone(ZoneId id) {
    return new ImportOptions(format, year, Optional.of(id), app, capturedAt);
  }

  /** The same with another year. */
  public ImportOptions withYear(int value) {
    return new ImportOptions(format, OptionalInt.of(value), zone, app, capturedAt);
  }

  /** The same with another time of capture. */
  public ImportOptions withCapturedAt(Instant at) {
    return new ImportOptions(format, year, zone, app, Optional.of(at));
  }
}
