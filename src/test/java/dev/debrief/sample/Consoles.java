package dev.debrief.sample;

import java.util.List;

/** What the authors' terminals showed: deploys, scaling, secrets. No line of it has a time. */
final class Consoles {
  private final List<History.Entry> history;

  Consoles(List<History.Entry> history) {
    this.history = history;
  }

  /** The attempt before v290, ended by its release command. */
  String releaseCommandFailed(String image, String machine) {
    return """
        $ flyctl deploy --app blockster-v2
        ==> Verifying app config
        Validating /Users/dev/blockster_v2/fly.toml
        ✓ Configuration is valid
        --> Verified app config
        ==> Building image
        Waiting for depot builder...
        ==> Building image with Depot
        --> build:  (​)
        #1 [internal] load build definition from Dockerfile
        #1 DONE 0.1s
        #8 [builder 4/15] COPY mix.exs mix.lock ./
        #8 CACHED
        #14 [builder 12/15] COPY lib lib
        #14 DONE 0.4s
        #15 [builder 13/15] RUN mix compile
        #15 31.20 Compiling 412 files (.ex)
        #15 DONE 58.9s
        #19 exporting to image
        #19 DONE 6.2s
        --> Build Summary:  (​)
        --> Building image done
        image: %s
        image size: 164 MB

        Watch your deployment at https://fly.io/apps/blockster-v2/monitoring

        Running blockster-v2 release_command: /app/bin/migrate
        > Created release_command machine %2$s
        > Waiting for %2$s to have state: stopped
        > Machine %2$s has state: stopped
        Starting machine
        > Waiting for %2$s to have state: started
        > Machine %2$s has state: started
        > Waiting for %2$s to have state: destroyed
        > Machine %2$s has state: destroyed
        > Waiting for %2$s to get exit event
        ✖ release_command failed
        Error release_command failed running on machine %2$s with exit code 1.
        Checking logs: fetching the last 100 lines below:
        2026-02-25T20:51:22Z  INFO Preparing to run: `/app/bin/migrate` as nobody
        2026-02-25T20:51:24Z ** (EXIT from #PID<0.98.0>) shutdown
        2026-02-25T20:51:24Z  INFO Main child exited normally with code: 1
        Error: release command failed - aborting deployment. machine %2$s exited with non-zero status of 1
        """
        .formatted(image, machine);
  }

  /** v320: every step came from the cache, so the image held the old code. */
  String cached() {
    return """
        $ flyctl deploy --app blockster-v2
        ==> Verifying app config
        Validating /Users/dev/blockster_v2/fly.toml
        ✓ Configuration is valid
        --> Verified app config
        ==> Building image
        Waiting for depot builder...
        ==> Building image with Depot
        --> build:  (​)
        #1 [internal] load build definition from Dockerfile
        #1 DONE 0.1s
        #5 [builder  1/15] FROM docker.io/hexpm/elixir:1.17.3-erlang-27.1.2-debian-bookworm-20241016-slim
        #5 CACHED
        #6 [builder  2/15] RUN apt-get update -y && apt-get install -y build-essential git
        #6 CACHED
        #7 [builder  3/15] RUN mix local.hex --force && mix local.rebar --force
        #7 CACHED
        #8 [builder  4/15] COPY mix.exs mix.lock ./
        #8 CACHED
        #9 [builder  5/15] RUN mix deps.get --only prod
        #9 CACHED
        #10 [builder  7/15] COPY config/config.exs config/prod.exs config/
        #10 CACHED
        #11 [builder  8/15] RUN mix deps.compile
        #11 CACHED
        #13 [builder 10/15] COPY priv priv
        #13 CACHED
        #14 [builder 12/15] COPY lib lib
        #14 CACHED
        #15 [builder 13/15] RUN mix compile
        #15 CACHED
        #16 [builder 14/15] COPY config/runtime.exs config/
        #16 CACHED
        #17 [builder 15/15] RUN mix release
        #17 CACHED
        #18 [stage-1 4/5] COPY --from=builder --chown=nobody:root /app/_build/prod/rel/blockster_v2 ./
        #18 CACHED
        #19 exporting to image
        #19 pushing manifest for %1$s 0.2s done
        #19 DONE 0.9s
        --> Build Summary:  (​)
        --> Building image done
        image: %1$s
        image size: 164 MB

        Watch your deployment at https://fly.io/apps/blockster-v2/monitoring

        Updating existing machines in 'blockster-v2' with rolling strategy
        > [1/2] Acquiring lease for 17817e62f16438
        > [1/2] Acquired lease for 17817e62f16438
        > [1/2] Updating machine config for 17817e62f16438
        > [1/2] Updating 17817e62f16438 [app]
        > [1/2] Machine 17817e62f16438 reached started state
        ✔ [1/2] Machine 17817e62f16438 is now in a good state
        > [2/2] Updating machine config for 865d14fe30d228
        > [2/2] Machine 865d14fe30d228 reached started state
        ✔ [2/2] Machine 865d14fe30d228 is now in a good state
        Checking DNS configuration for blockster-v2.fly.dev
        ✓ DNS configuration verified

        Visit your newly deployed app at https://blockster-v2.fly.dev/
        """
        .formatted(image(320));
  }

  /** v324: the same commit, built without the cache. */
  String uncached() {
    return """
        $ flyctl deploy --app blockster-v2 --no-cache
        ==> Verifying app config
        Validating /Users/dev/blockster_v2/fly.toml
        ✓ Configuration is valid
        --> Verified app config
        ==> Building image
        Waiting for depot builder...
        ==> Building image with Depot
        --> build:  (​)
        #1 [internal] load build definition from Dockerfile
        #1 DONE 0.1s
        #5 [builder  1/15] FROM docker.io/hexpm/elixir:1.17.3-erlang-27.1.2-debian-bookworm-20241016-slim
        #5 DONE 4.8s
        #6 [builder  2/15] RUN apt-get update -y && apt-get install -y build-essential git
        #6 DONE 31.5s
        #9 [builder  5/15] RUN mix deps.get --only prod
        #9 DONE 11.0s
        #11 [builder  8/15] RUN mix deps.compile
        #11 DONE 171.4s
        #14 [builder 12/15] COPY lib lib
        #14 DONE 0.3s
        #15 [builder 13/15] RUN mix compile
        #15 9.81 Compiling 412 files (.ex)
        #15 DONE 63.7s
        #17 [builder 15/15] RUN mix release
        #17 DONE 14.2s
        #19 exporting to image
        #19 pushing manifest for %1$s 7.1s done
        #19 DONE 12.6s
        --> Build Summary:  (​)
        --> Building image done
        image: %1$s
        image size: 164 MB

        Watch your deployment at https://fly.io/apps/blockster-v2/monitoring

        Updating existing machines in 'blockster-v2' with rolling strategy
        > [1/2] Updating machine config for 17817e62f16438
        > [1/2] Updating 17817e62f16438 [app]
        > [1/2] Machine 17817e62f16438 reached started state
        > [1/2] Running smoke checks on machine 17817e62f16438
        > [1/2] Checking health of machine 17817e62f16438
        ✔ [1/2] Machine 17817e62f16438 is now in a good state
        > [2/2] Updating machine config for 865d14fe30d228
        > [2/2] Machine 865d14fe30d228 reached started state
        > [2/2] Checking health of machine 865d14fe30d228
        ✔ [2/2] Machine 865d14fe30d228 is now in a good state
        Checking DNS configuration for blockster-v2.fly.dev
        ✓ DNS configuration verified

        Visit your newly deployed app at https://blockster-v2.fly.dev/
        """
        .formatted(image(324));
  }

  /** What was tried between v324 and v330. The password is made up, and must not leave a case. */
  String scaleAndSecrets() {
    return """
        $ flyctl scale count 1 --app blockster-v2 --yes
        App 'blockster-v2' is going to be scaled according to this plan:
          -1 machines for group 'app' on region 'ord' of size 'performance-2x'
        Executing scale plan
          Destroyed 865d14fe30d228 group:app region:ord size:performance-2x
        $ flyctl ssh console --app blockster-v2 -C 'bin/blockster_v2 eval "IO.inspect(:inet.getaddr(~c\\"pgbouncer.z23750vxk45r96d1.flympg.net\\", :inet))"'
        Connecting to fdaa:0:9cc8:a7b:3b5:1781:7e62:2... complete
        {:error, :nxdomain}
        $ flyctl secrets unset DATABASE_URL --app blockster-v2
        Updating existing machines in 'blockster-v2' with rolling strategy
        > Updating 17817e62f16438 [app]
        > Waiting for 17817e62f16438 [app] to have state: started
        > Machine 17817e62f16438 [app] has state: started
        ✔ Machine 17817e62f16438 [app] update succeeded
        $ flyctl mpg attach z23750vxk45r96d1 --app blockster-v2

        Postgres cluster z23750vxk45r96d1 is being attached to blockster-v2
        The following secret was added to blockster-v2:
          DATABASE_URL=postgresql://fly-user:Sx4tKq9mVw2RbN7d@pgbouncer.z23750vxk45r96d1.flympg.net/fly-db
        $ flyctl secrets list --app blockster-v2
        NAME           	DIGEST          	STATUS
        DATABASE_URL   	7c1f0a94d2be6631	Staged
        SECRET_KEY_BASE	51e2a80b7d3f9c04	Deployed
        $ flyctl secrets deploy --app blockster-v2
        Updating existing machines in 'blockster-v2' with rolling strategy
        > Updating 17817e62f16438 [app]
        > Waiting for 17817e62f16438 [app] to have state: started
        > Machine 17817e62f16438 [app] has state: started
        ✔ Machine 17817e62f16438 [app] update succeeded
        """;
  }

  /** What was committed by the end of the first evening. */
  static String gitLog() {
    String[][] commits = {
      {
        "5b3725d",
        "Wed Feb 25 17:36:10 2026 -0500",
        "Fix Mnesia race condition, retry HubLogoCache, disable release_command"
      },
      {"188cef5", "Wed Feb 25 16:51:30 2026 -0500", "Raise supervisor max_restarts to 50 in 10 s"},
      {"e785ba5", "Wed Feb 25 16:34:40 2026 -0500", "Use Oban.Peers.Global"},
      {"496e879", "Wed Feb 25 16:28:05 2026 -0500", "Use Oban PG peer"},
      {"0d09b8c", "Wed Feb 25 16:17:20 2026 -0500", "Use Oban PG notifier instead of Postgres"},
      {"5e8f6db", "Wed Feb 25 15:38:52 2026 -0500", "Fix login URL on hub and post pages"},
    };
    StringBuilder out = new StringBuilder();
    for (String[] commit : commits) {
      out.append(
          """
          commit %s
          Author: Dev <dev@blockster.example>
          Date:   %s

              %s

          """
              .formatted(commit[0], commit[1], commit[2]));
    }
    return out.substring(0, out.length() - 1);
  }

  private String image(int version) {
    return history.stream()
        .filter(entry -> entry.version() == version)
        .findFirst()
        .orElseThrow()
        .image();
  }
}
