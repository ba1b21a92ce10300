package dev.debrief.analysis.change;

import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the program printed as its requests failed: an error never seen before the outage, that
 * began with it and came about as often as requests failed.
 *
 * @param template the error's template
 * @param messages how often it came within the outage
 * @param failed how many requests failed in it
 * @param before how much log before the outage shows none
 * @param evidence its first line, and one of its last
 */
public record FailureWords(
    String template, long messages, long failed, Duration before, List<Evidence> evidence) {
  /** At least so much of the failed requests, and at most so many times as many. */
  private static final double LEAST = 0.5;

  private static final double MOST = 3;

  /** Of errors about as frequent as the most frequent the first is nearest to the cause. */
  private static final double ALIKE = 0.8;

  private static final Duration SLICE = Duration.ofSeconds(ErrorTimes.SLICE_SECONDS);

  /** It begins with the outage: within a minute, or a tenth of a long one. */
  private static final Duration BEGINS = Duration.ofMinutes(1);

  /** Less log than this before an outage doesn't show what a healthy app prints. */
  private static final Duration HEALTHY = Duration.ofMinutes(10);

  public FailureWords {
    evidence = List.copyOf(evidence);
  }

  /**
   * What was printed in the outage in which most requests failed, if anything was.
   *
   * @param templates the template of each shape
   * @param logBegins the first line's time
   */
  public static Optional<FailureWords> of(
      Telltales told, List<Template> templates, List<Outage> outages, Instant logBegins) {
    return outages.stream()
        .filter(outage -> outage.requestsTell() && outage.failed() > 0)
        .max(Comparator.comparingLong(Outage::failed))
        .filter(outage -> Duration.between(logBegins, outage.span().from()).compareTo(HEALTHY) >= 0)
        .flatMap(outage -> in(outage, told.errors().series(templates), logBegins));
  }

  private static Optional<FailureWords> in(
      Outage outage, List<ErrorSeries> errors, Instant logBegins) {
    Instant from = outage.span().from().minus(SLICE);
    Instant to = outage.span().to().plus(SLICE);
    Duration tenth = outage.span().length().dividedBy(10);
    Instant latest = outage.span().from().plus(tenth.compareTo(BEGINS) > 0 ? tenth : BEGINS);
    List<FailureWords> words =
        errors.stream()
            .filter(each -> each.program() && !each.request() && !each.job())
            .filter(each -> each.unseenBefore(from))
            .flatMap(
                each -> {
                  Counted times = each.within(from, to, Duration.between(from, to));
                  Instant first = times.firstAt();
                  boolean fits =
                      first != null
                          && !first.isAfter(latest)
                          && times.messages() >= LEAST * outage.failed()
                          && times.messages() <= MOST * outage.failed();
                  return fits
                      ? Stream.of(
                          new FailureWords(
                              each.template(),
                              times.messages(),
                              outage.failed(),
                              Duration.between(logBegins, outage.span().from()),
                              Stream.of(times.first(), times.last())
                                  .filter(Objects::nonNull)
                                  .toList()))
                      : Stream.<FailureWords>empty();
                })
            .toList();
    long most = words.stream().mapToLong(FailureWords::messages).max().orElse(0);
    return words.stream().filter(each -> each.messages() >= ALIKE * most).findFirst();
  }
}
