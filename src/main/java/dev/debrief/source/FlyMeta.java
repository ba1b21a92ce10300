package dev.debrief.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the {@code meta} of an object of {@code fly logs --json}.
 *
 * @param fields those that aren't empty or zero, by their names in the contract
 */
record FlyMeta(String provider, String instance, String region, Map<String, String> fields) {
  static final FlyMeta NONE = new FlyMeta("", "", "", Map.of());

  private static final byte[][] META = keys("Instance", "Region", "Event", "HTTP", "Error", "URL");
  private static final byte[][] EVENT = keys("Provider");
  private static final byte[][] HTTP = keys("Request", "Response");
  private static final byte[][] REQUEST = keys("ID", "Method", "Version");
  private static final byte[][] RESPONSE = keys("status_code");
  private static final byte[][] ERROR = keys("Code", "Message");
  private static final byte[][] URL = keys("Full");

  /** Keys as {@link JsonBytes#key} takes them. */
  static byte[][] keys(String... names) {
    return Arrays.stream(names)
        .map(name -> (name + '"').getBytes(StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }

  /**
   * Reads them, each of those that say no more than who spoke but once: they make up two thirds of
   * an object and are alike for all of a machine's lines.
   */
  static final class Known {
    private static final int MACHINES = 64;
    private static final int PROVIDERS = 4;

    private record One(byte[] bytes, int lines, FlyMeta meta) {}

    private final @Nullable One[] known = new One[MACHINES * PROVIDERS];
    private int replaced;

    /** The one that is next; whether it was as expected, {@code json} knows. */
    FlyMeta read(JsonBytes json, String instance) {
      int from = (instance.hashCode() & MACHINES - 1) * PROVIDERS;
      for (int i = from; i < from + PROVIDERS; i++) {
        One one = known[i];
        if (one != null && json.pass(one.bytes, one.lines)) {
          return one.meta;
        }
      }
      int began = json.at();
      int line = json.lines();
      FlyMeta meta = new Reader(json).meta();
      if (!json.failed() && meta.fields.isEmpty()) {
        byte[] bytes = Arrays.copyOfRange(json.bytes(), began, json.at());
        known[from + (replaced++ & PROVIDERS - 1)] = new One(bytes, json.lines() - line, meta);
      }
      return meta;
    }
  }

  private static final class Reader {
    private final JsonBytes json;
    private String provider = "";
    private String instance = "";
    private String region = "";
    private String id = "";
    private String method = "";
    private String url = "";
    private String status = "";
    private String code = "";
    private String message = "";

    Reader(JsonBytes json) {
      this.json = json;
    }

    FlyMeta meta() {
      object(
          META,
          key -> {
            switch (key) {
              case 0 -> instance = json.shared();
              case 1 -> region = json.shared();
              case 2 -> object(EVENT, any -> provider = json.shared());
              case 3 -> object(HTTP, this::http);
              case 4 -> object(ERROR, this::error);
              default -> object(URL, any -> url = json.text());
            }
          });
      // In the order in which FlyJson puts them.
      Map<String, String> fields = new LinkedHashMap<>();
      Values.put(fields, "request.id", id);
      Values.put(fields, "request.method", method);
      Values.put(fields, "request.url", url);
      Values.put(fields, "response.status", status);
      Values.put(fields, "error.code", code);
      Values.put(fields, "error.message", message);
      return new FlyMeta(provider, instance, region, fields);
    }

    private void http(int key) {
      if (key == 0) {
        object(REQUEST, this::request);
      } else {
        object(RESPONSE, any -> status = json.number());
      }
    }

    private void request(int key) {
      switch (key) {
        case 0 -> id = json.text();
        case 1 -> method = json.text();
        default -> json.text();
      }
    }

    private void error(int key) {
      if (key == 0) {
        code = json.number();
      } else {
        message = json.text();
      }
    }

    /** Goes through an object that has each of the keys once at most. */
    private void object(byte[][] keys, IntConsumer value) {
      json.enter();
      int seen = 0;
      for (int key; (key = json.key(keys)) >= 0; seen |= 1 << key) {
        json.check((seen & 1 << key) == 0);
        value.accept(key);
      }
    }
  }
}
