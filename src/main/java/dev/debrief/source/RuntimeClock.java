package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refines a stamp of whole seconds by the clocks inside the message. The platform stamps a line
 * when it takes it over, up to {@link #LAG} seconds after the program wrote it; a clock inside the
 * message is believed only where it lies in that span. A clock in another zone is believed once the
 * same whole quarter hours were between the two on {@link #AGREE} lines of the machine.
 */
final class RuntimeClock {
  /** Seconds from writing to stamping. */
  private static final int LAG = 2;

  /** Lines that must agree on a zone. */
  private static final int AGREE = 3;

  private static final int QUARTER = 900;
  private static final int MOST = 4_000;

  /** What is known of one machine's clocks. */
  static final class Machine {
    private long zone;
    private int agreed;
    private @Nullable Instant boot;
  }

  private final Map<String, Machine> machines =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Machine> eldest) {
          return size() > MOST;
        }
      };

  /** The moment, refined where a clock inside the message allows it. */
  Moment refine(String machine, Moment platform, Preamble preamble) {
    return switch (preamble.kind) {
      case FIRECRACKER -> firecracker(machine(machine), platform, preamble);
      case KERNEL -> kernel(machine(machine), platform, preamble);
      default ->
          preamble.clock && platform.precision() == Precision.SECOND
              ? runtime(machine, platform, preamble)
              : platform;
    };
  }

  private Machine machine(String name) {
    return machines.computeIfAbsent(name, any -> new Machine());
  }

  private static Moment firecracker(Machine machine, Moment platform, Preamble preamble) {
    Instant at = preamble.stamp.instant();
    if (!within(platform, preamble.stamp.second)) {
      machine.boot = null;
      return platform;
    }
    machine.boot = at;
    return platform.precision() == Precision.SECOND
        ? new Moment(at, Precision.NANOSECOND, Clock.FIRECRACKER)
        : platform;
  }

  /**
   * The kernel starts to count a little after Firecracker says that it runs, by a time that isn't
   * known; so the sum is the earliest that the line can be, and is used where it lies in the second
   * that the platform stamped. The precision stays that of a second.
   */
  private static Moment kernel(Machine machine, Moment platform, Preamble preamble) {
    Instant boot = machine.boot;
    if (boot == null || platform.precision() != Precision.SECOND) {
      return platform;
    }
    Instant at = boot.plusNanos(preamble.sinceBoot * 1000);
    return at.isBefore(platform.at()) || !at.isBefore(platform.latest())
        ? platform
        : new Moment(at, Precision.SECOND, Clock.KERNEL);
  }

  private Moment runtime(String name, Moment platform, Preamble preamble) {
    long stamped = platform.at().getEpochSecond();
    Stamp stamp = preamble.stamp;
    long inner;
    if (preamble.dated) {
      inner = stamp.second;
    } else {
      long day = Math.floorDiv(stamped, 86_400L) * 86_400L;
      inner = day + preamble.timeOfDay;
      if (inner - stamped > 43_200) {
        inner -= 86_400;
      } else if (stamped - inner > 43_200) {
        inner += 86_400;
      }
    }
    if (!within(platform, inner)) {
      if (preamble.dated && stamp.zoned) {
        return platform;
      }
      long zone = Math.round((inner - stamped) / (double) QUARTER) * QUARTER;
      if (zone == 0 || Math.abs(zone) > 14 * 3600 || !within(platform, inner - zone)) {
        return platform;
      }
      Machine machine = machine(name);
      machine.agreed = machine.zone == zone ? machine.agreed + 1 : 1;
      machine.zone = zone;
      if (machine.agreed < AGREE) {
        return platform;
      }
      inner -= zone;
    }
    return new Moment(Instant.ofEpochSecond(inner, stamp.nano), stamp.precision(), Clock.RUNTIME);
  }

  private static boolean within(Moment platform, long second) {
    long stamped = platform.at().getEpochSecond();
    return second <= stamped && stamped - second <= LAG;
  }
}
