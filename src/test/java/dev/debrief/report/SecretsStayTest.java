package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Annotation;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.timeline.Picture;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A secret of every known kind, wherever a dump can hold text: log lines that become new error
 * shapes, descriptions of releases, commits, consoles, a machine's environment, a file's name.
 * Nothing that leaves the case bears one.
 */
class SecretsStayTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final String MACHINE = "17817e62f16438";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void noSecretLeavesTheCaseInADraftAPageATableOrAPicture() throws Exception {
    // What holds it, and what it is.
    Map<String, String> secrets = samples();
    assertTrue(secrets.size() > 40, "samples");
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("password=filesecret1.log"), log(secrets));
    Files.writeString(in.resolve("releases.json"), releases(secrets));
    Files.writeString(in.resolve("machines.json"), machines(secrets));
    Files.writeString(in.resolve("git.txt"), commits(secrets));
    Files.writeString(
        in.resolve("console.txt"),
        """
        $ fly secrets set COLOUR=consolesecret1 SHAPE='console secret2' --app x
        Release v7 created
        $ fly deploy --build-secret npmrc=consolesecret3
        ==> Verifying app config
        --> Verified app config
        ==> Building image
        #5 [2/3] RUN curl https://u:consolesecret4@example.com/y
        #5 ERROR: exit code 1
        """);
    List<String> all = new ArrayList<>(secrets.values());
    all.addAll(List.of("filesecret1", "envsecret1", "user1@example.com", "author1@example.com"));
    all.addAll(List.of("consolesecret1", "console secret2", "consolesecret3", "consolesecret4"));
    try (Investigation open = Investigation.openOrCreate(folder.resolve("case"))) {
      open.importAll(List.of(in), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
      assertEquals(5, open.sources().size());
      Redaction redaction = Redaction.standard();
      String svg = Picture.of(open.timeline(Progress.NONE)).saying(redaction::hide).svg();
      holdsNone("picture", svg, all);
      Dossier dossier = open.dossier(Progress.NONE);
      holdsNone("table", TimelineCsv.of(dossier, redaction), all);
      for (String template : DraftTemplates.BUILT_IN) {
        String draft =
            Drafts.write(
                    dossier,
                    template,
                    DraftTemplates.builtIn(),
                    redaction,
                    new DraftExtras(true, ""))
                .markdown();
        assertTrue(draft.contains(RedactionRule.MARK), template);
        holdsNone(template, draft, all);
        holdsNone(template + " as a page", DraftHtml.page("t", draft, Optional.of(svg)), all);
      }
    }
  }

  @Test
  void noSecretLeavesTheCaseByWhatItsAuthorWrote() throws Exception {
    Map<String, String> secrets = samples();
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("fly.log"), log(Map.of("it fails", "")));
    try (Investigation open = Investigation.openOrCreate(folder.resolve("case"))) {
      open.importAll(List.of(in), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
      int second = 0;
      for (String held : secrets.keySet()) {
        Instant at = START.plusSeconds(second++);
        open.annotate(
            new Annotation(
                0, Annotation.Kind.NOTE, at, null, "We wrote " + held + "\nto all", null));
        open.annotate(
            new Annotation(
                0, Annotation.Kind.PIN, at, at.plusSeconds(9), held, new Evidence("fly.log", 3)));
      }
      Redaction redaction = Redaction.standard();
      Dossier said = open.dossier(Progress.NONE);
      assertEquals(2 * secrets.size(), said.annotations().size());
      List<SetAside> aside =
          said.conclusions().findings().stream()
              .filter(finding -> finding.details() instanceof Details.Outage)
              .map(finding -> new SetAside(finding, String.join(" ", secrets.keySet())))
              .toList();
      Dossier dossier =
          new Dossier(
              String.join(" ", secrets.keySet()),
              said.conclusions(),
              said.sources(),
              said.facts(),
              said.annotations(),
              said.lookup(),
              aside);
      String svg = Picture.of(open.timeline(Progress.NONE)).saying(redaction::hide).svg();
      holdsNone("picture", svg, List.copyOf(secrets.values()));
      holdsNone("table", TimelineCsv.of(dossier, redaction), List.copyOf(secrets.values()));
      for (String template : DraftTemplates.BUILT_IN) {
        String draft =
            Drafts.write(
                    dossier,
                    template,
                    DraftTemplates.builtIn(),
                    redaction,
                    new DraftExtras(true, ""))
                .markdown();
        assertTrue(draft.contains("We wrote"), template);
        holdsNone(template, draft, List.copyOf(secrets.values()));
        holdsNone(
            template + " as a page",
            DraftHtml.page("t", draft, Optional.of(svg)),
            List.copyOf(secrets.values()));
      }
    }
  }

  private static void holdsNone(String what, String text, List<String> secrets) {
    String plain = text.replace("&quot;", "\"").replace("&amp;", "&").replace("&lt;", "<");
    for (String secret : secrets) {
      int at = plain.indexOf(secret);
      assertFalse(
          at >= 0,
          () ->
              what
                  + " has "
                  + secret
                  + ": "
                  + plain.substring(Math.max(0, at - 200), Math.min(plain.length(), at + 60)));
    }
  }

  /** The rules' own samples, those too short to be told from other text left out. */
  private static Map<String, String> samples() {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (JsonNode rule : RedactionRules.file()) {
      if (rule.path("on").asBoolean(true)) {
        for (JsonNode sample : rule.path("secret")) {
          String marked = sample.asString().replace("\n", " ");
          String secret = marked.replaceAll(".*‹(.*)›.*", "$1").strip();
          if (secret.length() > 5) {
            secrets.put(marked.replaceAll("[‹›]", ""), secret);
          }
        }
      }
    }
    return secrets;
  }

  /** A healthy while, then crashes, each after errors that nobody has seen before. */
  private static List<String> log(Map<String, String> secrets) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      line(lines, "app", "info", "GET /x 200 OK request_id=" + i);
    }
    for (int round = 0; round < 5; round++) {
      for (String held : secrets.keySet()) {
        line(lines, "app", "error", "[error] " + held);
      }
      line(lines, "app", "info", "Main child exited normally with code: 1");
      line(lines, "app", "info", "reboot: Restarting system");
      line(lines, "runner", "error", "machine exited with exit code 1, not restarting");
      line(lines, "app", "info", "Starting machine");
    }
    for (int i = 0; i < 100; i++) {
      line(lines, "app", "info", "GET /x 500 Internal api_key=filesecret1 request_id=" + i);
    }
    return lines;
  }

  private static void line(List<String> lines, String provider, String level, String message) {
    lines.add(
        START.plusSeconds(lines.size())
            + " "
            + provider
            + "["
            + MACHINE
            + "] iad ["
            + level
            + "]"
            + message);
  }

  private static String releases(Map<String, String> secrets) {
    ArrayNode releases = JSON.createArrayNode();
    int version = secrets.size();
    for (String held : secrets.keySet()) {
      ObjectNode release = releases.addObject();
      release.put("ID", "r" + version);
      release.put("Version", version);
      release.put("Stable", false);
      release.put("InProgress", false);
      release.put("Reason", held);
      release.put("Description", held);
      release.put("Status", version % 5 == 0 ? "failed " + held : "complete");
      release.put("DeploymentStrategy", "");
      release.putObject("User").put("Email", "user1@example.com").put("Name", held);
      release.put("CreatedAt", START.plusSeconds(12L * version).toString());
      release.put("ImageRef", "registry.fly.io/app:deployment-" + version);
      version--;
    }
    return releases.toPrettyString();
  }

  private static String machines(Map<String, String> secrets) {
    ObjectNode machine = JSON.createArrayNode().addObject();
    machine.put("id", MACHINE);
    machine.put("name", "password=envsecret1");
    machine.put("state", "started");
    machine.put("region", "iad");
    machine.put("created_at", "2026-01-18T19:22:41Z");
    machine.put("updated_at", "2026-03-01T10:05:27.663Z");
    ObjectNode environment = machine.putObject("config").putObject("env");
    environment.put("SECRET_KEY_BASE", "envsecret1");
    int i = 0;
    for (String held : secrets.keySet()) {
      environment.put("V" + i++, held);
    }
    ObjectNode event = machine.putArray("events").addObject();
    event.put("id", "01KJC8TQQFCMVZZ2JVDGR22AE1");
    event.put("type", "exit");
    event.put("status", "stopped password=envsecret1");
    event.put("source", "flyd token=envsecret1");
    event.put("timestamp", START.plusSeconds(400).toEpochMilli());
    event
        .putObject("request")
        .putObject("exit_event")
        .put("exit_code", 1)
        .put("guest_exit_code", 1)
        .put("requested_stop", false)
        .put("oom_killed", false)
        .put("error", "password=envsecret1")
        .put("exited_at", START.plusSeconds(400).toString());
    return "[" + machine.toPrettyString() + "]";
  }

  private static String commits(Map<String, String> secrets) {
    StringBuilder log = new StringBuilder();
    int i = 10;
    for (String held : secrets.keySet()) {
      log.append(
          "commit %07xabc\nAuthor: A <author1@example.com>\nDate:   Sun Mar 1 10:%02d:%02d 2026 +0000\n\n    %s\n\n"
              .formatted(i, i / 60, i % 60, held));
      i++;
    }
    return log.toString();
  }
}
