package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Release;
import java.util.List;

/**
 * {@code fly releases --json} (Go's field names), the same from the GraphQL API (camelCase) and
 * from the REST API (snake_case).
 */
final class ReleasesJson implements JsonFormat {
  @Override
  public String name() {
    return "releases-json";
  }

  @Override
  public String looksLike() {
    return "objects with \"Version\", \"Status\" and \"CreatedAt\"";
  }

  @Override
  public List<String> samples() {
    return List.of(
        """
        [
            {
                "ID": "abc",
                "Version": 12,
                "Reason": "change_image",
                "Description": "Release",
                "Status": "complete",
                "User": {
                    "Name": "Dev",
                    "Email": "dev@example.com"
                },
                "CreatedAt": "2026-08-03T10:02:03Z",
                "ImageRef": "registry.fly.io/x:deployment-1"
            }
        ]
        """,
        """
        {"data":{"app":{"releases":{"nodes":[{"id":"a","version":3,"description":"Release","reason":"change_secrets","status":"complete","imageRef":"x","stable":true,"user":{"email":"d@example.com"},"createdAt":"2026-08-03T10:02:03Z"}]}}}}
        """,
        """
        {"releases":[{"id":"a","version":3,"stable":false,"in_progress":false,"status":"failed","strategy":"ROLLING","user":null,"created_at":"2026-08-03T10:02:03Z","image_ref":"x"}]}
        """);
  }

  @Override
  public boolean recognises(JsonObject object) {
    return release(object) || !releases(object).isEmpty();
  }

  private static boolean release(JsonObject object) {
    return object.get("version") != null
        && object.get("CreatedAt", "created_at") != null
        && object.get("state") == null
        && (object.get("status") != null || object.get("ImageRef", "image_ref") != null);
  }

  private static List<JsonObject> releases(JsonObject document) {
    JsonObject app = document.object("data").object("app");
    List<JsonObject> found = document.objects("releases", "Releases");
    if (found.isEmpty()) {
      found = document.object("releases").objects("nodes");
    }
    if (found.isEmpty()) {
      found = app.object("releases", "releasesUnprocessed").objects("nodes");
    }
    if (found.isEmpty()) {
      found = document.object("app").object("releases", "releasesUnprocessed").objects("nodes");
    }
    return found.stream().filter(ReleasesJson::release).toList();
  }

  @Override
  public void read(JsonObject object, Reading reading) {
    if (release(object)) {
      one(object, reading);
    } else {
      releases(object).forEach(release -> one(release, reading));
    }
  }

  private void one(JsonObject release, Reading reading) {
    if (!release.complete) {
      return;
    }
    JsonObject user = release.object("user");
    String actor = user.text("email");
    if (actor.isEmpty()) {
      actor = user.text("name");
    }
    if (actor.isEmpty()) {
      actor = release.text("user");
    }
    String version = release.text("version");
    Moment moment = Values.moment(release.get("CreatedAt", "created_at"), Clock.RELEASE);
    reading.entry(
        this,
        new Release(
            reading.evidence(release.line),
            release.lines(),
            moment == null ? reading.carried() : moment,
            reading.app(),
            version.startsWith("v") ? version : "v" + version,
            release.text("status"),
            release.text("description"),
            release.text("reason"),
            actor,
            release.text("ImageRef", "image_ref")));
  }
}
