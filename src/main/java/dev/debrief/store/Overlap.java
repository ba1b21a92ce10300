package dev.debrief.store;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges what several dumps tell without losing genuine repeats.
 *
 * <p>One event is told at most once by each teller; a teller is one dump, or one of the two shapes
 * of a proxy error within a dump (polled beside streamed). Records say the same where {@link
 * Telling} says so and their times can be one: the intervals of their precisions overlap, with two
 * seconds' grace where a time was refined by a clock inside the message, which runs ahead of the
 * stamp by as much as delivery took. In order of time, a teller's record joins the first event of
 * its kind that this teller has not told yet (the nearest where grace was needed: a stack trace's
 * lines take their report's clock and look like those of the next), or else is a new event. So of
 * two dumps with two and three equal lines in a second three remain: as many as the dump that tells
 * most, which is the multiset maximum.
 *
 * <p>Of an event's records the one with the finest time stays, among equals that of a log rather
 * than of a deploy's output that quotes it, then the one imported first; the others are dropped.
 * Records that stand alone in their dump twice stay two.
 *
 * <p>One pass over the time that dumps share, linear; memory is bounded by what is logged in
 * {@value #WINDOW_SECONDS} seconds. The idea is that of a streaming symmetric hash join with a
 * window.
 */
final class Overlap {
  private static final long WINDOW_SECONDS = 5;
  private static final long WINDOW = WINDOW_SECONDS * 1_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long GRACE = 2_000_000_000L;

  /** How many events of one telling are looked at for the nearest, so that a flood stays linear. */
  private static final int CANDIDATES = 256;

  private final Map<Integer, Integer> positions = new HashMap<>();
  private final Map<Integer, Volume> byNumber = new HashMap<>();
  private final Map<Long, Told> byTelling = new HashMap<>();
  private final Deque<Event> open = new ArrayDeque<>();
  private final Comparator<Teller> best;

  private Overlap(List<Volume> volumes) {
    for (Volume volume : volumes) {
      positions.put(volume.number(), positions.size());
      byNumber.put(volume.number(), volume);
    }
    Set<Integer> quoting =
        volumes.stream().filter(Overlap::quotes).map(Volume::number).collect(Collectors.toSet());
    best =
        Comparator.comparing((Teller one) -> one.moment().precision())
            .thenComparing(one -> quoting.contains(one.number()))
            .thenComparingInt(Teller::number)
            .thenComparingLong(Teller::ordinal);
  }

  /** A deploy that fails shows the last lines of the log. */
  private static boolean quotes(Volume volume) {
    return volume.ledger().origins().stream()
        .anyMatch(origin -> origin.format().equals("deploy-output"));
  }

  /**
   * Drops from the volumes what another of them, or the other shape, tells as well.
   *
   * @param range the time in which more than one of them tells
   */
  static void merge(List<Volume> volumes, TimeRange range) throws IOException {
    Overlap overlap = new Overlap(volumes);
    TimeOrder.visit(volumes, range, overlap::entry);
    overlap.settle(Long.MAX_VALUE);
  }

  /** One record of an event. */
  private record Teller(int number, long ordinal, Moment moment, long at) {}

  /** One event, and who tells of it. */
  private static final class Event {
    private final long telling;
    private final List<Teller> tellers = new ArrayList<>(2);

    Event(long telling, Teller first) {
      this.telling = telling;
      tellers.add(first);
    }

    /** Whether only grace lets the two times be one, so that a nearer event may fit better. */
    boolean graced(Teller other) {
      return refined(tellers.getFirst().moment()) || refined(other.moment());
    }

    boolean fits(Teller other) {
      return tellers.stream().allMatch(one -> oneTime(one.moment(), other.moment()));
    }
  }

  /** The open events that say the same, oldest first, and how far each teller has come in them. */
  private static final class Told {
    private final ArrayList<Event> events = new ArrayList<>();
    private long gone;
    private int live;

    /** Those who told of any: few, of thousands of dumps too. */
    private int[] tellers = new int[2];

    private long[] next = new long[2];
    private int told;

    int size() {
      return events.size() - live;
    }

    /** The place of a teller in {@link #next}. */
    int place(int teller) {
      for (int i = 0; i < told; i++) {
        if (tellers[i] == teller) {
          return i;
        }
      }
      if (told == tellers.length) {
        tellers = Arrays.copyOf(tellers, told * 2);
        next = Arrays.copyOf(next, told * 2);
      }
      tellers[told] = teller;
      return told++;
    }
  }

  private void entry(Entry entry, long at, long place) {
    settle(at - WINDOW);
    int number = Volume.number(place);
    long ordinal = Volume.ordinal(place);
    if (!(entry instanceof LogRecord log) || !volume(number).kept(ordinal)) {
      return;
    }
    long telling = Telling.of(log);
    int teller = positions.getOrDefault(number, 0) * 2 + (Telling.polled(log) ? 1 : 0);
    Told told = byTelling.computeIfAbsent(telling, key -> new Told());
    int own = told.place(teller);
    Teller one = new Teller(number, ordinal, log.moment(), at);
    long next = Math.max(told.next[own], told.gone);
    long end = told.gone + told.size();
    long best = -1;
    long nearest = Long.MAX_VALUE;
    for (long i = next; i < end && i < next + CANDIDATES; i++) {
      Event event = told.events.get(told.live + (int) (i - told.gone));
      long apart = Math.abs(at - event.tellers.getFirst().at());
      if (apart < nearest && event.fits(one)) {
        best = i;
        nearest = apart;
        if (!event.graced(one)) {
          break;
        }
      }
    }
    if (best >= 0) {
      told.events.get(told.live + (int) (best - told.gone)).tellers.add(one);
      told.next[own] = best + 1;
      return;
    }
    Event event = new Event(telling, one);
    told.events.add(event);
    told.next[own] = end + 1;
    open.add(event);
  }

  private Volume volume(int number) {
    return Objects.requireNonNull(byNumber.get(number));
  }

  /** Whether two times can be that of one event. */
  static boolean oneTime(Moment a, Moment b) {
    long grace = refined(a) || refined(b) ? GRACE : 0;
    long fromA = begin(a);
    long fromB = begin(b);
    long toA = fromA + width(a);
    long toB = fromB + width(b);
    return fromA - grace < toB && fromB - grace < toA;
  }

  /**
   * A stamp of whole seconds holds its second, wherever in it the line's place among its neighbours
   * put it.
   */
  private static long begin(Moment moment) {
    long at = Times.nanos(moment.earliest());
    return moment.precision() == Precision.SECOND ? Math.floorDiv(at, SECOND) * SECOND : at;
  }

  private static long width(Moment moment) {
    return Times.nanos(moment.latest()) - Times.nanos(moment.earliest());
  }

  private static boolean refined(Moment moment) {
    return moment.clock() != Clock.PLATFORM;
  }

  /** Settles the events that no later record can join. */
  private void settle(long before) {
    while (!open.isEmpty()
        && (open.peek().tellers.getFirst().at() < before || before == Long.MAX_VALUE)) {
      Event event = open.remove();
      Told told = byTelling.get(event.telling);
      if (told != null) {
        told.live++;
        told.gone++;
        if (told.size() == 0) {
          byTelling.remove(event.telling);
        } else if (told.live > 1_000 && told.live > told.events.size() / 2) {
          told.events.subList(0, told.live).clear();
          told.live = 0;
        }
      }
      keepOne(event);
    }
  }

  private void keepOne(Event event) {
    if (event.tellers.size() == 1) {
      return;
    }
    Teller kept = Collections.min(event.tellers, best);
    for (Teller one : event.tellers) {
      if (one != kept) {
        volume(one.number()).dropped().set(Math.toIntExact(one.ordinal()));
      }
    }
  }

  /**
   * The time in which some of the new volumes and any other both tell; empty where there is none.
   */
  static TimeRange shared(List<Volume> volumes, List<Volume> fresh) {
    Map<Volume, long[]> extents = new IdentityHashMap<>();
    volumes.forEach(volume -> extents.put(volume, extent(volume)));
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Volume one : fresh) {
      long[] mine = extent(one);
      for (Volume other : volumes) {
        long[] theirs = Objects.requireNonNull(extents.get(other));
        long begin = Math.max(mine[0], theirs[0]) - GRACE;
        long end = Math.min(mine[1], theirs[1]) + GRACE;
        if (other != one && begin <= end) {
          from = Math.min(from, begin);
          to = Math.max(to, end);
        }
      }
    }
    return from > to
        ? new TimeRange(Instant.EPOCH, Instant.EPOCH)
        : new TimeRange(Times.instant(from), Times.instant(to).plusNanos(1));
  }

  private static long[] extent(Volume volume) {
    long[] from = volume.ledger().blocks().stream().mapToLong(Ledger.Block::minAt).toArray();
    long[] to = volume.ledger().blocks().stream().mapToLong(Ledger.Block::maxAt).toArray();
    return new long[] {
      Arrays.stream(from).min().orElse(Long.MAX_VALUE / 2),
      Arrays.stream(to).max().orElse(Long.MIN_VALUE / 2)
    };
  }
}
