package dev.debrief.source;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The console of {@code fly deploy} and its friends: builds, releases, release commands, secrets,
 * scaling, attaching databases, stopping machines. Its lines bear no times; what can be anchored
 * is, by the image tag's build time, a CI runner's stamps, or the log lines it quotes.
 */
final class DeployOutput implements TextFormat {
  private static final Pattern BEGINS =
      Pattern.compile(
          "==> (Verifying app config|Building image|Release command|Creating build context|Pushing|Optimizing).*"
              + "|--> .*"
              + "|image: registry\\.fly\\.io/.*"
              + "|Updating existing machines in '.*"
              + "|Running .+ (release|seed)_command: .*"
              + "|Running: `.*"
              + "|(> |✔ |✖ )?\\[\\d+/\\d+\\] (Acquir|Updat|Waiting|Machine|Checking|Running|Clear|Unrecoverable).*"
              + "|(✔|✖|>) (release_command|seed_command|Created release_command|Machine [0-9a-f]{8,}).*"
              + "|Error release_command failed.*"
              + "|Error:? [Rr]elease command failed.*"
              + "|Error: failed to (fetch an image|update machine|build).*"
              + "|App '.+' is going to be scaled according to this plan:"
              + "|Executing scale plan"
              + "|Scaled VM Type to .*"
              + "|Secrets (are staged|have been staged).*"
              + "|Release v\\d+ created.*"
              + "|Postgres cluster .+ (is being attached to|has been (attached to|detached from)) .*"
              + "|[0-9a-f]{10,16} has been (successfully stopped|started|suspended|destroyed).*"
              + "|Sending kill signal to machine [0-9a-f]+.*"
              + "|Restarting machine [0-9a-f]+.*"
              + "|Machine [0-9a-f]+ restarted successfully!"
              + "|Visit your newly deployed app at .*"
              + "|Smoke checks for [0-9a-f]+ failed.*"
              + "|This deployment will:"
              + "|Finished launching new machines"
              + "|Failure #\\d+"
              + "|#\\d+ \\[[^\\]]+\\] .*"
              + "|Step \\d+/\\d+ : .*");

  /** Lines of init as a deploy quotes them, moved to the right. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(  |\\t).*\\b(Main child exited|Starting clean up|Starting init \\(commit: |Preparing to run: `).*");

  @Override
  public String name() {
    return "deploy-output";
  }

  @Override
  public String looksLike() {
    return "==> Building image, Updating existing machines in '…', release_command …";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        ==> Verifying app config
        --> Verified app config
        ==> Building image
        #6 [2/6] RUN mix deps.get
        #6 CACHED
        #10 [6/6] COPY . .
        #10 DONE 0.0s
        image: registry.fly.io/my-app:deployment-01KR6TBNJDEQ13AKHWCFR6MTMX
        image size: 317 MB
        Running my-app release_command: /app/bin/migrate
        > Created release_command machine 784eee4c294298
        ✔ release_command 784eee4c294298 completed successfully
        Updating existing machines in 'my-app' with rolling strategy
        > [1/2] Updating 18590deb29eee8 [app]
        ✔ [1/2] Machine 1854737c27e1d8 is now in a good state
        Visit your newly deployed app at https://my-app.fly.dev/
        """,
        """
        App 'my-app' is going to be scaled according to this plan:
          +1 machines for group 'app' on region 'lhr' of size 'shared-cpu-1x'
        Executing scale plan
          Created 9080eeddc29387 group:app region:lhr size:shared-cpu-1x
        """,
        "Secrets have been staged, but not set on VMs. Deploy or update machines in this app.\n",
        """
        Postgres cluster abc is being attached to my-app
        The following secret was added to my-app:
          DATABASE_URL=postgresql://user:PASSWORD@host/db
        """,
        "784eee4c294298 has been successfully stopped\n");
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    String text = ConsoleLine.of(line.text()).text();
    if (own(text) || command(text)) {
      return true;
    }
    String raw = Escapes.strip(line.text());
    return raw.length() < 2_000 && QUOTED.matcher(raw).matches();
  }

  /** Whether only these commands print such a line. */
  static boolean own(String text) {
    return text.length() < 2_000 && BEGINS.matcher(text).matches();
  }

  /** Whether a line calls a command that changes something. */
  static boolean command(String text) {
    return Noise.command(text)
            .filter(
                name ->
                    name.equals("deploy")
                        || name.equals("launch")
                        || (name.equals("secrets") && !text.contains("secrets list"))
                        || name.equals("scale")
                        || name.equals("mpg"))
            .isPresent()
        && text.matches("(?:##\\[group\\]Run |[^`'\"]{0,80}[$#%>❯] ?)?(?:fly|flyctl) .*");
  }

  @Override
  public Block open(Reading reading, Line first) {
    boolean own = BEGINS.matcher(ConsoleLine.of(first.text()).text()).matches();
    boolean excerpt = !own && QUOTED.matcher(Escapes.strip(first.text())).matches();
    return new DeployBlock(this, reading, excerpt);
  }
}
