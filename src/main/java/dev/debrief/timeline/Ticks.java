package dev.debrief.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a time axis is marked: at round times of a zone's calendar, no closer than asked.
 *
 * @param marks in order of time
 * @param finest whether the marks are finer than a second
 */
record Ticks(List<Tick> marks, boolean finest) {
  /**
   * One mark.
   *
   * @param at ns since the epoch
   * @param major whether a greater unit begins here, such as a day among hours
   */
  record Tick(long at, String label, boolean major) {}

  private record Step(ChronoUnit unit, long amount, long nanos) {
    Step(ChronoUnit unit, long amount) {
      this(unit, amount, saturated(unit.getDuration(), amount));
    }

    private static long saturated(Duration unit, long amount) {
      return unit.toSeconds() > 9_000_000_000L / amount
          ? Long.MAX_VALUE
          : unit.multipliedBy(amount).toNanos();
    }
  }

  private static final List<Step> STEPS = steps();
  private static final int MOST = 4_000;

  /** Seconds from the epoch of which a long holds the nanoseconds. */
  private static final long FARTHEST = Long.MAX_VALUE / Nanos.SECOND - 1;

  /** In steps: six hours may be five. */
  private static final double NEAREST = 0.8;

  private static final DateTimeFormatter YEAR = english("uuuu");
  private static final DateTimeFormatter MONTH = english("MMM");
  private static final DateTimeFormatter DAY = english("MMM d");
  private static final DateTimeFormatter MINUTE = english("HH:mm");
  private static final DateTimeFormatter SECOND = english("HH:mm:ss");

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (ChronoUnit unit : List.of(ChronoUnit.NANOS, ChronoUnit.MICROS, ChronoUnit.MILLIS)) {
      for (long amount : new long[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        steps.add(new Step(unit, amount));
      }
    }
    for (ChronoUnit unit : List.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES)) {
      for (long amount : new long[] {1, 2, 5, 10, 15, 30}) {
        steps.add(new Step(unit, amount));
      }
    }
    for (long amount : new long[] {1, 2, 3, 6, 12}) {
      steps.add(new Step(ChronoUnit.HOURS, amount));
    }
    for (long amount : new long[] {1, 2, 7, 14}) {
      steps.add(new Step(ChronoUnit.DAYS, amount));
    }
    for (long amount : new long[] {1, 3, 6}) {
      steps.add(new Step(ChronoUnit.MONTHS, amount));
    }
    for (long amount : new long[] {1, 2, 5, 10, 20, 50, 100}) {
      steps.add(new Step(ChronoUnit.YEARS, amount));
    }
    return List.copyOf(steps);
  }

  /** The marks of a scale, at least {@code pixels} apart. */
  static Ticks of(TimeScale scale, ZoneId zone, double pixels) {
    double least = scale.perPixel() * pixels;
    Step step = STEPS.stream().filter(s -> s.nanos() >= least).findFirst().orElse(STEPS.getLast());
    List<Tick> marks = new ArrayList<>();
    ZonedDateTime at = floor(Nanos.instant(scale.from()).atZone(zone), step);
    for (int i = 0; i < MOST; i++) {
      long nanos = nanos(at.toInstant());
      if (nanos > scale.to()) {
        break;
      }
      if (nanos >= scale.from()) {
        marks.add(new Tick(nanos, label(at, step), major(at, step)));
      }
      long unfolded = scale.folds().after(nanos);
      ZonedDateTime next =
          unfolded > nanos + step.nanos()
              ? floor(Nanos.instant(unfolded).atZone(zone), step)
              : next(at, step);
      at = next.toInstant().isAfter(at.toInstant()) ? next : next(at, step);
    }
    return new Ticks(List.copyOf(marks), step.nanos() < Nanos.SECOND);
  }

  /** Of any time that a scale may be moved to, however far from what {@link Nanos} holds. */
  private static long nanos(Instant at) {
    long seconds = at.getEpochSecond();
    return Math.abs(seconds) > FARTHEST
        ? Long.signum(seconds) * Long.MAX_VALUE
        : seconds * Nanos.SECOND + at.getNano();
  }

  /** The next round time; a change to or from summer time must neither skip nor repeat for ever. */
  private static ZonedDateTime next(ZonedDateTime at, Step step) {
    if (step.unit() == ChronoUnit.HOURS && step.amount() > 1) {
      return nextHours(at, step);
    }
    if (step.unit().isTimeBased()) {
      ZonedDateTime next = at.plus(step.amount(), step.unit());
      return step.nanos() < 3_600 * Nanos.SECOND ? next : floor(next, step, at);
    }
    LocalTime midnight = LocalTime.MIDNIGHT;
    ZonedDateTime next = at.plus(step.amount(), step.unit()).with(midnight);
    if (step.unit() != ChronoUnit.DAYS || step.amount() == 1) {
      return next;
    }
    return next.getMonth() != at.getMonth() || next.getDayOfMonth() > lastDay(at, step.amount())
        ? at.with(TemporalAdjusters.firstDayOfNextMonth()).with(midnight)
        : next;
  }

  /**
   * The next hour of the clock on the wall that is a multiple, unless it is skipped that day or
   * comes much too soon: where clocks are put forward, three hours are two.
   */
  private static ZonedDateTime nextHours(ZonedDateTime at, Step step) {
    LocalDateTime local = floor(at, step).toLocalDateTime();
    local = local.withHour((int) (local.getHour() / step.amount() * step.amount()));
    while (true) {
      local = local.plusHours(step.amount());
      ZonedDateTime next = ZonedDateTime.ofLocal(local, at.getZone(), at.getOffset());
      boolean apart = Duration.between(at, next).toNanos() >= NEAREST * step.nanos();
      if (apart && next.toLocalDateTime().equals(local)) {
        return next;
      }
    }
  }

  /** The last day of a month that bears a mark: the next month's first is no nearer than a step. */
  private static int lastDay(ZonedDateTime at, long amount) {
    long last = (at.toLocalDate().lengthOfMonth() - amount) / amount;
    return (int) (last * amount + 1);
  }

  private static ZonedDateTime floor(ZonedDateTime at, Step step, ZonedDateTime after) {
    ZonedDateTime floored = floor(at, step);
    return floored.isAfter(after) ? floored : at;
  }

  private static ZonedDateTime floor(ZonedDateTime at, Step step) {
    long amount = step.amount();
    return switch (step.unit()) {
      case YEARS ->
          at.truncatedTo(ChronoUnit.DAYS)
              .withDayOfYear(1)
              .withYear((int) (Math.floorDiv(at.getYear(), amount) * amount));
      case MONTHS ->
          at.truncatedTo(ChronoUnit.DAYS)
              .withDayOfMonth(1)
              .withMonth((int) ((at.getMonthValue() - 1) / amount * amount + 1));
      case DAYS ->
          at.truncatedTo(ChronoUnit.DAYS)
              .withDayOfMonth(
                  (int)
                      Math.min(
                          (at.getDayOfMonth() - 1) / amount * amount + 1, lastDay(at, amount)));
      case HOURS ->
          at.truncatedTo(ChronoUnit.HOURS).withHour((int) (at.getHour() / amount * amount));
      case MINUTES -> at.truncatedTo(ChronoUnit.MINUTES).minusMinutes(at.getMinute() % amount);
      case SECONDS -> at.truncatedTo(ChronoUnit.SECONDS).minusSeconds(at.getSecond() % amount);
      default -> at.minusNanos(at.getNano() % step.nanos());
    };
  }

  private static boolean major(ZonedDateTime at, Step step) {
    return switch (step.unit()) {
      case YEARS -> false;
      case MONTHS -> at.getMonthValue() == 1;
      case DAYS -> at.getDayOfMonth() == 1;
      case HOURS, MINUTES, SECONDS -> at.toLocalTime().equals(LocalTime.MIDNIGHT);
      default -> at.getNano() == 0;
    };
  }

  private static String label(ZonedDateTime at, Step step) {
    return switch (step.unit()) {
      case YEARS -> YEAR.format(at);
      case MONTHS -> at.getMonthValue() == 1 ? YEAR.format(at) : MONTH.format(at);
      case DAYS -> DAY.format(at);
      case HOURS, MINUTES ->
          at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY.format(at) : MINUTE.format(at);
      case SECONDS -> SECOND.format(at);
      default -> at.getNano() == 0 ? SECOND.format(at) : fraction(at.getNano(), step);
    };
  }

  private static String fraction(int nano, Step step) {
    int digits = step.nanos() >= 1_000_000 ? 3 : step.nanos() >= 1_000 ? 6 : 9;
    String all = String.format(Locale.ROOT, "%09d", nano);
    StringBuilder text = new StringBuilder(".").append(all, 0, 3);
    for (int i = 3; i < digits; i += 3) {
      text.append(' ').append(all, i, i + 3);
    }
    return text.toString();
  }

  /** What an axis of such marks leaves out, for an instant at its left edge. */
  static String context(Instant at, ZoneId zone, boolean finest) {
    return (finest ? english("MMM d, uuuu  HH:mm:ss") : english("MMM d, uuuu"))
        .format(at.atZone(zone));
  }
}
