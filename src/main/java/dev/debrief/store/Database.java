package dev.debrief.store;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The case file: one SQLite database. Its commits are the case's: what no committed row names is
 * not in the case. It keeps a rollback journal and syncs in full, so that a kill or a power cut
 * leaves the state before or after a commit, and a closed case is one file.
 *
 * <p>Failures of SQLite come out as {@link IOException} that says what the disk did.
 */
final class Database implements AutoCloseable {
  /** Raised with every change of the schema; {@link #migrate} brings older ones here. */
  static final int VERSION = 2;

  private static final String SCHEMA =
      """
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
      CREATE TABLE original (
        number INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        bytes INTEGER NOT NULL,
        modified TEXT NOT NULL,
        options TEXT NOT NULL,
        dropped BLOB NOT NULL);
      CREATE TABLE source (
        ordinal INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES original(sha256) ON DELETE CASCADE,
        account TEXT NOT NULL,
        UNIQUE (path, format));
      CREATE TABLE fact (
        original INTEGER NOT NULL REFERENCES original(number) ON DELETE CASCADE,
        path TEXT NOT NULL,
        line INTEGER NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        meaning TEXT NOT NULL,
        entry TEXT NOT NULL);
      CREATE TABLE conclusion (
        part TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (part, ordinal));
      CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT,
        text TEXT NOT NULL,
        source TEXT,
        line INTEGER);
      CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
      """;

  private final Connection connection;
  private final Seal seal;

  private Database(Connection connection, Seal seal) {
    this.connection = connection;
    this.seal = seal;
  }

  /** Opens the database, makes it where there is none, and brings an older one up to date. */
  static Database open(Path file) throws InputProblem, IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return open(file, config);
  }

  /**
   * Opens a database that is only read, on a disk that may be read-only.
   *
   * @throws InputProblem where an older Debrief wrote it, since it would have to be changed
   */
  static Database look(Path file) throws InputProblem, IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return open(file, config);
  }

  private static Database open(Path file, SQLiteConfig config) throws InputProblem, IOException {
    config.enforceForeignKeys(true);
    config.setBusyTimeout(2_000);
    Seal seal = Seal.of(file);
    seal.check();
    Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      Database database = new Database(connection, seal);
      // A case may come from somebody else: what its schema says must not run anything.
      database.script("PRAGMA trusted_schema = OFF");
      database.refuseForeign(file);
      database.migrate(file);
      return database;
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw failed(e);
    } catch (IOException | InputProblem e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  /** A case has tables and indexes; what runs by itself is somebody's trick. */
  private void refuseForeign(Path file) throws IOException, InputProblem {
    if (number("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')") > 0) {
      throw new InputProblem(
          file.toString(), "the case file holds what no case does", "do not trust it");
    }
  }

  private void migrate(Path file) throws IOException, InputProblem {
    int version = Math.toIntExact(number("PRAGMA user_version"));
    if (version > VERSION) {
      throw new InputProblem(
          file.toString(),
          "the case was made by a newer Debrief (schema " + version + ")",
          "open it with that version or a later one");
    }
    if (version == VERSION) {
      return;
    }
    if (readOnly()) {
      throw new InputProblem(
          file.toString(),
          "the case was made by an older Debrief and can't be brought up to date on a read-only disk",
          "copy its folder to where you may write, and open that");
    }
    if (version > 0) {
      Path backup = file.resolveSibling("case.db.v" + version + ".bak");
      Files.copy(file, backup, StandardCopyOption.REPLACE_EXISTING);
    }
    transaction(
        () -> {
          for (int v = version; v < VERSION; v++) {
            script(steps(v));
          }
          script("PRAGMA user_version = " + VERSION);
        });
  }

  /** What leads from version {@code from} to the next. */
  private static String steps(int from) {
    return switch (from) {
      case 0 -> SCHEMA;
      // Looking up whether another source told a fact took as long as there were facts.
      case 1 -> "CREATE INDEX fact_meaning ON fact (meaning);";
      default -> throw new IllegalStateException("no way from schema " + from);
    };
  }

  /** Work that all happens or does not. */
  interface Work {
    void run() throws IOException;
  }

  /** Runs the work in one transaction: committed where it ends well, else undone. */
  void transaction(Work work) throws IOException {
    begin();
    boolean done = false;
    try {
      work.run();
      commit();
      done = true;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private boolean readOnly() throws IOException {
    try {
      return connection.isReadOnly();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void begin() throws IOException {
    seal.lift();
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void commit() throws IOException {
    try {
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void rollback() throws IOException {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs one statement with its arguments (text, numbers, null). */
  void run(String sql, @Nullable Object... arguments) throws IOException {
    seal.lift();
    try (PreparedStatement statement = prepared(sql, arguments)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** One statement for many rows. */
  void runAll(String sql, Iterable<@Nullable Object[]> rows) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Reads one row of a result. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** The rows of a query. */
  <T> List<T> rows(String sql, Row<T> row, @Nullable Object... arguments) throws IOException {
    try (PreparedStatement statement = prepared(sql, arguments);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.of(result));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The first column of the first row, where there is one. */
  Optional<String> text(String sql, @Nullable Object... arguments) throws IOException {
    return rows(sql, row -> row.getString(1), arguments).stream().findFirst();
  }

  /** The first column of the first row as a number. */
  long number(String sql, @Nullable Object... arguments) throws IOException {
    return rows(sql, row -> row.getLong(1), arguments).getFirst();
  }

  /** What SQLite finds wrong with the file, or empty. */
  List<String> faults() throws IOException {
    List<String> faults =
        new ArrayList<>(rows("PRAGMA integrity_check(20)", row -> row.getString(1)));
    faults.remove("ok");
    rows("PRAGMA foreign_key_check", row -> row.getString(1))
        .forEach(table -> faults.add("a row of " + table + " refers to nothing"));
    return faults;
  }

  /** Writes a copy of the whole file, consistent whatever happens meanwhile. */
  void copyTo(Path file) throws IOException {
    try (PreparedStatement statement =
        prepared("VACUUM INTO ?", file.toAbsolutePath().toString())) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void script(String statements) throws IOException {
    try (Statement statement = connection.createStatement()) {
      for (String one : statements.split(";\\s*\n")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static IOException failed(SQLException failure) {
    return new IOException("the case file: " + failure.getMessage(), failure);
  }

  private static void closeQuietly(@Nullable Connection connection, Exception cause) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
    seal.set();
  }
}
