package dev.debrief.analysis.silence;

import java.util.List;
import java.util.Set;

/**
 * Something that others need and that speaks for itself when it is in trouble.
 *
 * @param emitter its name in findings
 * @param speaks texts that its own lines begin with or hold: any line of it counts
 * @param missed texts with which those who need it report that it is not there; a pool that is
 *     merely busy ({@code connection not available …}) is there, and needs not say anything
 */
record Dependency(String emitter, List<String> speaks, List<String> missed) {
  /**
   * What is known. A driver that can't reach its server says so on each attempt (db_connection,
   * redix, brod, amqp, pg, mysql2, ioredis, mongodb); one that says nothing while others miss it
   * died before it could, or never started.
   */
  static final List<Dependency> KNOWN =
      List.of(
          new Dependency(
              "Postgrex",
              List.of("Postgrex.", "(Postgrex.Error)", "Postgrex "),
              List.of(
                  "could not lookup Ecto repo",
                  "Ecto.Repo.Registry",
                  "exited in: DBConnection.Holder.checkout",
                  "because it was not started or it does not exist")),
          new Dependency(
              "MyXQL",
              List.of("MyXQL.", "(MyXQL.Error)"),
              List.of(
                  "could not lookup Ecto repo",
                  "Ecto.Repo.Registry",
                  "exited in: DBConnection.Holder.checkout")),
          new Dependency(
              "Tds",
              List.of("Tds.", "(Tds.Error)"),
              List.of(
                  "could not lookup Ecto repo",
                  "Ecto.Repo.Registry",
                  "exited in: DBConnection.Holder.checkout")),
          new Dependency(
              "Exqlite",
              List.of("Exqlite.", "(Exqlite.Error)"),
              List.of(
                  "could not lookup Ecto repo",
                  "Ecto.Repo.Registry",
                  "exited in: DBConnection.Holder.checkout")),
          new Dependency(
              "Redix",
              // Its own logger does not sign (redix, lib/redix/telemetry.ex).
              List.of(
                  "Redix.",
                  "Disconnected from Redis (",
                  "Failed to connect to Redis (",
                  "Reconnected to Redis (",
                  "Connected to Redis ("),
              List.of("Redix.ConnectionError", "exited in: Redix.", "no process: Redix")),
          new Dependency(
              "ActiveRecord",
              List.of(
                  "PG::",
                  "Mysql2::",
                  "Trilogy::",
                  "SQLite3::",
                  "connection to server at",
                  "could not connect to server",
                  "could not translate host name",
                  "connect to MySQL server",
                  "Unknown MySQL server host"),
              List.of("ActiveRecord::ConnectionNotEstablished", "No connection pool for")),
          new Dependency(
              "ioredis",
              List.of(
                  "[ioredis]",
                  "connect ECONNREFUSED",
                  "connect ETIMEDOUT",
                  "read ECONNRESET",
                  "getaddrinfo E"),
              List.of(
                  "Stream isn't writeable and enableOfflineQueue",
                  "Reached the max retries per request limit")),
          new Dependency(
              "MongoDB",
              // Mongoose puts its own name on what the driver says (MongooseServerSelectionError).
              List.of(
                  "MongoNetworkError",
                  "ServerSelectionError",
                  "MongoServerError",
                  "connect ECONNREFUSED",
                  "connect ETIMEDOUT",
                  "getaddrinfo E",
                  "querySrv E"),
              List.of(
                  "MongoNotConnectedError",
                  "Client must be connected before running operations",
                  "buffering timed out after")));

  /** Those whose exceptions carry the driver's text in their own. */
  private static final Set<String> WRAPPERS = Set.of("ActiveRecord");

  /** Whether its exceptions carry the driver's own text. */
  boolean wraps() {
    return WRAPPERS.contains(emitter);
  }
}
