package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.analysis.Lines;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void aReleaseThatScaledKeepsTheImageAndIsNoConfiguration() {
    Lines lines = new Lines();
    lines.app("2022-09-14T10:00:00Z", "Listening on http://0.0.0.0:8080");
    lines.fact(release(76, "", "Deploy image"));
    lines.fact(release(77, "scale", "Scale VM size: shared-cpu-1x 256MB"));
    lines.fact(release(78, "change_secrets", "Secrets updated"));
    assertEquals(
        List.of(ChangeKind.DEPLOY, ChangeKind.SCALE, ChangeKind.CONFIG),
        lines.concluded().changes().stream().map(change -> change.kind()).toList());
  }

  @Test
  void aMachineMadeWithTheImageInForceIsNoDeployAndOneThatIsUpdatedWithItIsNoNewImage() {
    Lines lines = new Lines();
    lines.release(Instant.parse("2022-09-13T10:00:00Z"), "v8", "01");
    lines.app("2022-09-14T10:00:00Z", "Listening on http://0.0.0.0:8080");
    lines.on("2222222222222b").runner("2022-09-14T11:00:00Z", PULLED);
    lines.app("2022-09-14T11:00:04Z", "Listening on http://0.0.0.0:8080");
    assertEquals(
        List.of("v8"),
        lines.concluded().changes().stream().map(change -> change.change()).toList());

    lines.on("148e21ea7d3d89").runner("2022-09-14T12:00:00Z", PULLED);
    assertEquals(
        List.of(ChangeKind.DEPLOY, ChangeKind.CONFIG),
        lines.concluded().changes().stream().map(change -> change.kind()).toList());
  }

  private static final String PULLED = "Pulling container image registry.fly.io/shop:deployment-01";

  private static Release release(int version, String reason, String description) {
    return new Release(
        new Evidence("releases.txt", version),
        1,
        new Moment(
            Instant.parse("2022-09-14T09:00:00Z").plusSeconds(version * 60L),
            Precision.SECOND,
            Clock.RELEASE),
        "shop",
        "v" + version,
        "succeeded",
        description,
        reason,
        "dev@example.com",
        "registry.fly.io/shop:deployment-1");
  }
}
