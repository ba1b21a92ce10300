package dev.debrief.bench;

import dev.debrief.model.TimeRange;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.RecordIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Opens a case and searches it: words, phrases, fields, ids and ranges in turn, each for a page of
 * fifty with the total.
 *
 * <p>{@code java … CaseSearch FOLDER} prints the time to open and count, and the searches'
 * percentiles, in milliseconds: of first pages, of later ones, and of histograms of a part.
 */
public final class CaseSearch {
  private static final int ROUNDS = 30;

  private CaseSearch() {}

  /** {@code FOLDER}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    try (CaseFolder open = CaseFolder.open(Path.of(args[0]))) {
      RecordIndex index = open.index();
      TimeRange extent = index.extent();
      double opened = watch.seconds();
      index.histogram("", extent, 1600);
      System.out.printf(
          Locale.ROOT, "reopen\t%d\t%.3f\t%.3f%n", index.size(), opened, watch.seconds());
      List<String> ids = new ArrayList<>();
      index
          .search("sent", TimeRange.ALWAYS, 5_000, 40)
          .entries()
          .forEach(
              entry -> {
                if (entry instanceof dev.debrief.model.LogRecord log) {
                  ids.add(log.fields().getOrDefault("request.id", "none"));
                }
              });
      SplittableRandom random = new SplittableRandom(5);
      List<Double> all = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (String query : queries(ids.get(random.nextInt(ids.size())), random)) {
          TimeRange range = random.nextBoolean() ? TimeRange.ALWAYS : part(extent, random);
          watch.restart();
          long total = index.search(query, range, 0, 50).total();
          double took = watch.seconds() * 1e3;
          if (round > ROUNDS / 3) {
            all.add(took);
          }
          if (round == ROUNDS - 1) {
            System.out.printf(Locale.ROOT, "query\t%s\t%d\t%.1f ms%n", query, total, took);
          }
        }
      }
      print("search", all);
      all.clear();
      for (int round = 0; round < ROUNDS / 3; round++) {
        for (String query : queries(ids.get(random.nextInt(ids.size())), random)) {
          watch.restart();
          index.search(query, TimeRange.ALWAYS, random.nextInt(10_000), 50);
          all.add(watch.seconds() * 1e3);
        }
      }
      print("paging", all);
      all.clear();
      for (int round = 0; round < ROUNDS / 3; round++) {
        for (String query : queries(ids.get(random.nextInt(ids.size())), random)) {
          watch.restart();
          index.histogram(query, part(extent, random), 1600);
          all.add(watch.seconds() * 1e3);
        }
      }
      print("histogram", all);
    }
  }

  private static void print(String what, List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s\t%d\t%.1f\t%.1f\t%.1f%n",
        what,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        Arrays.stream(sorted).max().orElse(0));
  }

  private static List<String> queries(String id, SplittableRandom random) {
    return List.of(
        id,
        "\"request_id=" + id + "\"",
        "nxdomain",
        "Ecto.NoResultsError",
        "\"connection refused\" OR \"instance refused\"",
        "\"Sent 404\"",
        "GET AND websocket",
        "machine:17817e62f16438 AND level:error",
        "level:error",
        "status:404",
        "provider:proxy AND refused",
        "ShopWeb.PostController.show/2",
        "orders " + random.nextInt(90_000),
        "SIGUSR1 -provider:runner",
        "nores*");
  }

  private static TimeRange part(TimeRange all, SplittableRandom random) {
    long seconds = Math.max(10, all.length().toSeconds());
    Instant from = all.from().plusSeconds(random.nextLong(seconds));
    return new TimeRange(from, from.plusSeconds(Math.max(1, seconds / 10)));
  }
}
