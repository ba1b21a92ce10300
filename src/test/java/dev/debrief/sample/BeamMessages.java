package dev.debrief.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the app itself prints when something in it fails. The first line of each takes a clock. */
final class BeamMessages {
  static final String NO_REPO =
      "** (RuntimeError) could not lookup Ecto repo BlocksterV2.Repo because it was not started or"
          + " it does not exist";
  private static final String NO_TABLE =
      "  * 1st argument: the table identifier does not refer to an existing ETS table";
  private static final String ARGUMENTS =
      "** (ArgumentError) errors were found at the given arguments:";
  private static final List<String> LOOKUP_FRAMES =
      List.of(
          "    (ecto 3.13.2) lib/ecto/repo/registry.ex:22: Ecto.Repo.Registry.lookup/1",
          "    (ecto 3.13.2) lib/ecto/repo/supervisor.ex:163: Ecto.Repo.Supervisor.tuplet/2");

  private final SplittableRandom random;
  private final String node;

  BeamMessages(SplittableRandom random, String machine) {
    this.random = random;
    this.node = "blockster_v2@" + machine;
  }

  /** What one boot of such a release complains of, in order. */
  List<List<String>> of(Conduct conduct) {
    return switch (conduct) {
      case HEALTHY, NO_REPO, MINIMAL, TOGETHER -> List.of();
      case NOTIFIER ->
          List.of(
              List.of(
                  "[error] Oban could not start because: no notifier running for instance Oban"),
              hubLogoWithoutRepo(),
              stagerWithoutRepo());
      case PEERS -> List.of(peerWithoutPool(), peerWithoutPool(), stagerWithoutRepo());
      case NO_SUCH_PEER -> List.of();
      case GONE_IN_35_MS -> List.of(stagerWithoutRepo(), hubLogoWithoutTable());
      case HUB_LOGO ->
          List.of(hubLogoWithoutTable(), stagerWithoutRepo(), hubLogoWithoutTable(), producer());
      case MNESIA_DAMAGED -> List.of(damagedTable(), settlerWithoutTable(), stagerWithoutRepo());
      case STAGER -> List.of(stagerWithoutRepo(), producer(), stagerKilled(), mnesiaKilled());
      case NO_DATABASE_URL -> List.of();
      case OBAN_OFF -> List.of(hubLogoWithoutRepo(), settlerWithoutRepo());
      case PATIENT, NAME_RESOLVES ->
          List.of(
              stagerWithoutRepo(),
              producer(),
              stagerWithoutRepo(),
              stagerKilled(),
              stagerWithoutRepo(),
              mnesiaKilled());
      case INET6_DIST -> List.of(hubLogoWithoutRepo(), stagerWithoutRepo());
      case SIGNAL_IGNORED -> List.of(stagerWithoutRepo(), stagerKilled(), stagerWithoutRepo());
    };
  }

  /** A request that needs the Repo while it is not there. */
  List<String> failedRequest(String requestId) {
    return block(
        "request_id=" + requestId + " [error] " + NO_REPO,
        LOOKUP_FRAMES,
        "    (blockster_v2 0.1.0) lib/blockster_v2/blog.ex:"
            + random.nextInt(20, 240)
            + ": BlocksterV2.Blog.list_published_posts/1");
  }

  /** The tree that was never built: the last words of a boot whose start raised. */
  static List<String> startRaised() {
    return List.of(
        "[notice] Application blockster_v2 exited: exited in: BlocksterV2.Application.start(:normal,"
            + " [])",
        "    ** (EXIT) an exception was raised:",
        "        ** (ArgumentError) expected :peer to be one of [:falsy, {:behaviour, Oban.Peer}],"
            + " got: Oban.Peers.PG",
        "            (oban 2.20.3) lib/oban/config.ex:103: Oban.Config.new/1",
        "            (oban 2.20.3) lib/oban.ex:412: Oban.child_spec/1",
        "            (elixir 1.17.3) lib/supervisor.ex:797: Supervisor.init_child/1");
  }

  /** The configuration that could not be read: nothing has a clock yet. */
  static List<String> configurationRaised() {
    return List.of(
        "ERROR! Config provider Config.Reader failed with:",
        "** (RuntimeError) environment variable DATABASE_URL is missing.",
        "For example: ecto://USER:PASS@HOST/DATABASE",
        "    /app/releases/0.1.0/runtime.exs:151: (file)",
        "    (elixir 1.17.3) src/elixir.erl:386: :elixir.eval_external_handler/3",
        "    (elixir 1.17.3) lib/config/reader.ex:107: Config.Reader.load/2");
  }

  private List<String> hubLogoWithoutRepo() {
    return block(
        "[error] GenServer BlocksterV2.HubLogoCache terminating",
        List.of(NO_REPO),
        LOOKUP_FRAMES,
        "    (blockster_v2 0.1.0) lib/blockster_v2/hub_logo_cache.ex:61:"
            + " BlocksterV2.HubLogoCache.handle_info/2",
        "Last message: :load_initial",
        "State: %{}");
  }

  private List<String> hubLogoWithoutTable() {
    return block(
        "[error] GenServer BlocksterV2.HubLogoCache terminating",
        List.of(ARGUMENTS, NO_TABLE),
        "    (stdlib 6.2) ets.lookup_element(Ecto.Repo.Registry, " + pid() + ", 3)",
        "    (ecto 3.13.2) lib/ecto/repo/registry.ex:27: Ecto.Repo.Registry.lookup/1",
        "    (blockster_v2 0.1.0) lib/blockster_v2/hub_logo_cache.ex:61:"
            + " BlocksterV2.HubLogoCache.handle_info/2",
        "Last message: :load_initial",
        "State: %{}");
  }

  private List<String> stagerWithoutRepo() {
    return block(
        "[error] GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating",
        List.of(NO_REPO),
        LOOKUP_FRAMES,
        "    (oban 2.20.3) lib/oban/repo.ex:157: Oban.Repo.transaction/3",
        "Last message: :stage");
  }

  private List<String> stagerKilled() {
    return block(
        "[error] GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating",
        checkout("    ** (EXIT) killed"),
        "    (oban 2.20.3) lib/oban/repo.ex:157: Oban.Repo.transaction/3",
        "Last message: :stage");
  }

  private List<String> producer() {
    String queue = random.nextBoolean() ? "default" : "mailers";
    return block(
        "[error] GenServer {Oban.Registry, {Oban, {:producer, \"" + queue + "\"}}} terminating",
        List.of(NO_REPO),
        LOOKUP_FRAMES,
        "    (oban 2.20.3) lib/oban/engines/basic.ex:72: Oban.Engines.Basic.fetch_jobs/3",
        "Last message: :dispatch");
  }

  private List<String> peerWithoutPool() {
    return block(
        "[error] GenServer {Oban.Registry, {Oban, Oban.Peer}} terminating",
        checkout(
            "    ** (EXIT) no process: the process is not alive or there's no process currently"
                + " associated with the given name, possibly because its application isn't"
                + " started"),
        "    (oban 2.20.3) lib/oban/peers/database.ex:146: Oban.Peers.Database.handle_info/2",
        "Last message: :election");
  }

  private List<String> checkout(String reason) {
    return List.of(
        "** (stop) exited in: DBConnection.Holder.checkout("
            + pid()
            + ", [log: #Function<13.104253316/1 in Ecto.Adapters.SQL.with_log/3>, timeout: 15000])",
        reason,
        "    (db_connection 2.8.0) lib/db_connection/holder.ex:97: DBConnection.Holder.checkout/3");
  }

  private List<String> mnesiaKilled() {
    return List.of(
        "[error] Mnesia(:\""
            + node
            + "\"): ** ERROR ** :mnesia_controller got unexpected info: {:EXIT, "
            + pid()
            + ", :killed}");
  }

  private List<String> damagedTable() {
    return block(
        "[error] Mnesia(:\""
            + node
            + "\"): ** ERROR ** (core dumped to file:"
            + " ~c\"/data/mnesia/blockster/MnesiaCore.user_post_rewards\")",
        List.of(" ** FATAL ** Cannot load user_post_rewards.DCD: invalid continuation"),
        "    (mnesia 4.23.3) mnesia_loader.erl:102: :mnesia_loader.do_get_disc_copy2/4");
  }

  private List<String> settlerWithoutTable() {
    return block(
        "[error] GenServer BlocksterV2.BuxBoosterBetSettler terminating",
        List.of(ARGUMENTS, NO_TABLE),
        "    (stdlib 6.2) ets.lookup(:bux_booster_games, :pending)",
        "    (blockster_v2 0.1.0) lib/blockster_v2/bux_booster_bet_settler.ex:48:"
            + " BlocksterV2.BuxBoosterBetSettler.handle_info/2",
        "Last message: :settle");
  }

  private List<String> settlerWithoutRepo() {
    return block(
        "[error] GenServer BlocksterV2.BuxBoosterBetSettler terminating",
        List.of(NO_REPO),
        LOOKUP_FRAMES,
        "    (blockster_v2 0.1.0) lib/blockster_v2/bux_booster_bet_settler.ex:61:"
            + " BlocksterV2.BuxBoosterBetSettler.handle_info/2",
        "Last message: :settle");
  }

  private String pid() {
    return "#PID<0." + random.nextInt(1900, 3200) + ".0>";
  }

  /** Strings and lists of strings, in a row. */
  private static List<String> block(Object... parts) {
    List<String> lines = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof List<?> more) {
        more.forEach(line -> lines.add((String) line));
      } else {
        lines.add((String) part);
      }
    }
    return List.copyOf(lines);
  }
}
