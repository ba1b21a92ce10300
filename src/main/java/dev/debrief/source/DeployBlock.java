package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Operation;
import dev.debrief.model.Operation.Kind;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A run of lines of a deploy's console. */
final class DeployBlock implements Block {
  private static final Pattern IMAGE =
      Pattern.compile(".*?(registry\\.fly\\.io/([a-z0-9-]+):deployment-[0-9A-Za-z]+).*");
  private static final Pattern VERSION = Pattern.compile("(?:.*[\\s(\"])?v(\\d+)(?![\\w.-]).*");
  private static final Pattern RELEASE_JSON =
      Pattern.compile("\\{\"id\":\"[^\"]*\",\"version\":(\\d+),\"image_ref\":\"([^\"]*)\"\\}");
  private static final Pattern EVENT_ROW =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\S+)\\s+(Received|Task Setup|Started|Terminated|Restarting|Killing|Driver|Not Restarting|Driver Failure|Setup Failure)\\s+(.*)");

  /** What flyctl itself says at the margin: the quoted log is over. */
  private static final Pattern OWN = Pattern.compile("Error|==>|-->|✖|✔|Visit |Updating existing");

  private static final int MOST = 50_000;

  /** An operation while its lines are read. */
  private static final class Open {
    private final long line;
    private int lines = 1;
    private final Kind kind;
    private final String machine;
    private String detail;
    private String version = "";
    private String image = "";
    private @Nullable Moment moment;

    Open(long line, Kind kind, String machine, String detail, @Nullable Moment moment) {
      this.line = line;
      this.kind = kind;
      this.machine = machine;
      this.detail = detail;
      this.moment = moment;
    }
  }

  private final Format format;
  private final Reading reading;
  private final List<Open> operations = new ArrayList<>();

  /** How many of them are known to have an image, or need none. */
  private int imaged;

  /** Whether a build was started since the deploy began. */
  private boolean building;

  private final FlyHead head = new FlyHead();
  private BuildSteps build = new BuildSteps();
  private boolean built;
  private boolean deploying;
  private final boolean excerpt;
  private final Stamp stamp = new Stamp();
  private boolean quoting;
  private boolean releaseFailed;
  private boolean failureReport;
  private String machine = "";
  private @Nullable QuotedLog log;

  /**
   * A block.
   *
   * @param excerpt whether it begins amid log lines that a deploy quotes, so that those before the
   *     line that was recognised belong to it too
   */
  DeployBlock(Format format, Reading reading, boolean excerpt) {
    this.format = format;
    this.reading = reading;
    this.excerpt = excerpt;
    this.quoting = excerpt;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public boolean take(Line line, LineReader ahead) {
    String raw = Escapes.strip(line.text());
    ConsoleLine console = ConsoleLine.of(line.text());
    String text = console.text();
    if (quoting && !divider(text) && !OWN.matcher(raw).lookingAt()) {
      return quote(line, raw);
    }
    quoting = false;
    if (divider(text)) {
      return part(line);
    }
    if (console.moment() == null && head.read(raw) && head.stamped) {
      boolean nameless = head.provider.isEmpty() && head.instance.isEmpty();
      return nameless && quote(line, raw);
    }
    if (build.read(line.number(), text)) {
      if (!text.contains(" ERROR")) {
        return part(line, console.moment());
      }
    }
    return told(line, raw, text, console.moment());
  }

  /** A line of the console itself. */
  private boolean told(Line line, String raw, String text, @Nullable Moment at) {
    Matcher json = RELEASE_JSON.matcher(text);
    if (json.matches()) {
      return released(line, json, at);
    }
    Matcher image = IMAGE.matcher(text);
    if (image.matches()) {
      return image(line, text, image, at);
    }
    if (quotes(text)) {
      quoting = true;
      return part(line);
    }
    DeployWords.Said said = DeployWords.of(text);
    if (said != null) {
      return said(line, text, said, at);
    }
    if (DeployOutput.command(text)) {
      return command(line, text, at);
    }
    Matcher row = EVENT_ROW.matcher(text);
    if (row.matches()) {
      Moment when = Values.moment(row.group(1), Clock.EVENT);
      open(line, Kind.OTHER, machine, row.group(2) + ": " + row.group(3).strip(), when);
      return true;
    }
    boolean report = Table.of(raw) != null || raw.indexOf('\t') > 0 || text.startsWith("Recent ");
    if (failureReport && report) {
      return part(line);
    }
    boolean own =
        text.startsWith("> ")
            || text.startsWith("✔ ")
            || text.startsWith("--> ")
            || text.startsWith("==> ")
            || DeployOutput.own(text);
    return own && part(line, at);
  }

  private boolean released(Line line, Matcher json, @Nullable Moment at) {
    Open open = open(line, Kind.DEPLOY_SUCCEEDED, "", "release v" + json.group(1), at);
    open.version = "v" + json.group(1);
    open.image = json.group(2);
    return true;
  }

  private boolean command(Line line, String text, @Nullable Moment at) {
    Noise.app(text).ifPresent(reading::app);
    boolean deploy = Noise.command(text).orElse("").equals("deploy");
    open(line, deploy ? Kind.DEPLOY_STARTED : Kind.OTHER, "", text, at);
    deploying |= deploy;
    return true;
  }

  private static boolean divider(String text) {
    return text.length() >= 5 && text.chars().allMatch(c -> c == '-' || c == '─');
  }

  private static boolean quotes(String text) {
    return text.startsWith("Check its logs:")
        || text.startsWith("Checking logs: fetching the last")
        || text.startsWith("Command: ");
  }

  private boolean image(Line line, String text, Matcher image, @Nullable Moment at) {
    if (reading.app().isEmpty()) {
      reading.app(image.group(2));
    }
    if (!text.startsWith("image: ") || built) {
      part(line, at);
      noteImage(image.group(1));
      return true;
    }
    built = true;
    long cached = build.allCached();
    if (cached > 0) {
      open(
                  line,
                  Kind.BUILD_ALL_CACHED,
                  "",
                  "every step that copies or compiles the program came from the cache",
                  at)
              .image =
          image.group(1);
    } else {
      open(line, Kind.IMAGE_BUILT, "", text, at).image = image.group(1);
    }
    noteImage(image.group(1));
    return true;
  }

  private void noteImage(String image) {
    for (Open open : operations.subList(imaged, operations.size())) {
      if (open.image.isEmpty() && open.kind != Kind.OTHER) {
        open.image = image;
      }
    }
    imaged = operations.size();
  }

  private boolean said(Line line, String text, DeployWords.Said said, @Nullable Moment at) {
    if (!said.app().isEmpty()) {
      reading.app(said.app());
    }
    if (!said.machine().isEmpty()) {
      machine = said.machine();
    }
    failureReport |= text.startsWith("Failure #");
    Kind kind = said.kind();
    if (kind == Kind.RELEASE_COMMAND_FAILED && releaseFailed && text.contains("abort")) {
      kind = Kind.DEPLOY_FAILED; // what follows from it
    }
    releaseFailed |= kind == Kind.RELEASE_COMMAND_FAILED;
    Open last = operations.isEmpty() ? null : operations.getLast();
    boolean again =
        last != null
            && last.kind == kind
            && (kind == Kind.RELEASE_COMMAND_FAILED
                || kind == Kind.DEPLOY_FAILED
                || kind == Kind.BUILD_FAILED);
    if (again && log == null && last != null) { // the same failure in more words
      if (!text.startsWith("✖")) {
        last.detail = text;
      }
      return part(line, at);
    }
    if (kind == Kind.BUILD_STARTED && building) {
      return part(line, at);
    }
    if (kind == Kind.DEPLOY_STARTED && text.startsWith("Updating existing")) {
      if (deploying || built) {
        return part(line, at);
      }
      boolean secrets =
          last == null || (last.kind == Kind.OTHER && last.detail.contains(" secrets "));
      kind = secrets ? Kind.SECRETS_DEPLOYED : kind;
    } else if (kind == Kind.DEPLOY_STARTED) {
      if (deploying && last != null && last.kind == Kind.DEPLOY_STARTED) {
        return part(line, at);
      }
      build = new BuildSteps();
      built = false;
    }
    deploying |= kind == Kind.DEPLOY_STARTED || kind == Kind.BUILD_STARTED;
    if (kind == Kind.DEPLOY_SUCCEEDED || kind == Kind.DEPLOY_FAILED || kind == Kind.BUILD_FAILED) {
      deploying = false;
    }
    Open open = open(line, kind, said.machine(), text, at);
    Matcher version = VERSION.matcher(text);
    if ((kind == Kind.SECRETS_DEPLOYED || text.startsWith("--> v")) && version.matches()) {
      open.version = "v" + version.group(1);
    }
    if (kind == Kind.RELEASE_COMMAND_STARTED && text.startsWith("Running: `")) {
      quoting = true;
    }
    return true;
  }

  private Open open(Line line, Kind kind, String on, String detail, @Nullable Moment at) {
    if (operations.size() >= MOST) {
      hand();
    }
    log = null;
    Open open = new Open(line.number(), kind, on, detail, at);
    operations.add(open);
    switch (kind) {
      case BUILD_STARTED -> building = true;
      case DEPLOY_STARTED, DEPLOY_FAILED -> building = false;
      default -> {}
    }
    return open;
  }

  /** A log line that the console quotes: a record of its own. */
  private boolean quote(Line line, String raw) {
    failedAt(raw);
    hand();
    QuotedLog quoted = log;
    if (quoted == null) {
      quoted = new QuotedLog(reading, format);
      log = quoted;
    }
    quoted.record(line, raw, machine);
    return true;
  }

  /** What a failed command printed tells when it ran; the console itself gives no time. */
  private void failedAt(String raw) {
    if (operations.isEmpty() || !stamp.read(raw, 0) || !stamp.zoned) {
      return;
    }
    Moment printed = new Moment(stamp.instant(), stamp.precision(), Clock.CARRIED);
    for (Open open : operations) {
      if (open.moment == null && open.kind == Kind.RELEASE_COMMAND_FAILED) {
        open.moment = printed;
      }
    }
  }

  /** A line that goes on with the operation before it. */
  private boolean part(Line line) {
    return part(line, null);
  }

  private boolean part(Line line, @Nullable Moment at) {
    if (operations.isEmpty()) {
      if (log != null) {
        reading.account(format).continuations(1);
      } else {
        open(line, Kind.OTHER, "", ConsoleLine.of(line.text()).text(), at);
      }
    } else {
      operations.getLast().lines++;
    }
    return true;
  }

  @Override
  public boolean follow(Line line) {
    return part(line);
  }

  /**
   * The lines before the first that was recognised: the quoted log whose head was cut off, or what
   * a CI runner did before.
   */
  @Override
  public boolean adopt(Line line) {
    if (!excerpt) {
      return ConsoleLine.of(line.text()).moment() != null
          && part(line, ConsoleLine.of(line.text()).moment());
    }
    return quote(line, Escapes.strip(line.text()));
  }

  @Override
  public void end() {
    hand();
    log = null;
    quoting = false;
  }

  @Override
  public void fence() {
    hand();
  }

  /** Hands the operations over, anchored to the image's build where nothing else tells the time. */
  private void hand() {
    if (operations.isEmpty()) {
      return;
    }
    Moment running = null;
    for (Open open : operations) {
      Optional<Instant> began = Ulid.built(open.image);
      boolean first =
          open.kind == Kind.BUILD_STARTED || (running == null && open.kind != Kind.OTHER);
      if (open.moment == null && began.isPresent() && first) {
        Moment anchor = new Moment(began.get(), Precision.MILLISECOND, Clock.IMAGE_TAG);
        open.moment =
            open.kind == Kind.BUILD_STARTED
                ? anchor
                : new Moment(began.get(), Precision.NONE, Clock.CARRIED);
        running = anchor;
      } else if (open.moment != null) {
        running = open.moment;
      } else if (running != null) {
        open.moment = new Moment(running.at(), Precision.NONE, Clock.CARRIED);
      }
      Moment moment = open.moment == null ? reading.carried() : open.moment;
      reading.entry(
          format,
          new Operation(
              reading.evidence(open.line),
              open.lines,
              moment,
              reading.app(),
              open.kind,
              open.version,
              open.image,
              open.machine,
              open.detail));
    }
    operations.clear();
    imaged = 0;
    building = false;
  }
}
