package dev.debrief.store;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Source;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The case file's rows as the model's values. */
final class CaseRows {
  /** The name of an empty index's commit. */
  static final String FIRST_COMMIT = "empty";

  private static final String COMMIT = "index_commit";
  private static final String CONCLUDED = "concluded_for";
  private static final Comparator<Entry> CANONICAL =
      Comparator.<Entry, Instant>comparing(entry -> entry.moment().at());

  private final Database database;

  CaseRows(Database database) {
    this.database = database;
  }

  Database database() {
    return database;
  }

  /** The name of the index commit that belongs to the case as it is. */
  Optional<String> commit() throws IOException {
    return meta(COMMIT);
  }

  void putCommit(String name) throws IOException {
    putMeta(COMMIT, name);
  }

  /** A name that no commit of this case has had. */
  static String newCommit() {
    return UUID.randomUUID().toString();
  }

  private Optional<String> meta(String key) throws IOException {
    return database.text("SELECT value FROM meta WHERE key = ?", key);
  }

  private void putMeta(String key, String value) throws IOException {
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
  }

  Set<String> sha256s() throws IOException {
    return new TreeSet<>(database.rows("SELECT sha256 FROM original", row -> row.getString(1)));
  }

  void addOriginal(String sha256, String name, long bytes, Instant modified) throws IOException {
    database.run(
        "INSERT INTO original (sha256, ordinal, name, bytes, modified, options)"
            + " VALUES (?, (SELECT count(*) FROM original), ?, ?, ?, '{}')",
        sha256,
        name,
        bytes,
        modified.toString());
  }

  /** An input as it was imported. */
  record Original(String sha256, String name, long bytes, Instant modified) {}

  /** The inputs in the order they were imported. */
  List<Original> originals() throws IOException {
    return database.rows(
        "SELECT sha256, name, bytes, modified FROM original ORDER BY ordinal",
        row ->
            new Original(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                Instant.parse(row.getString(4))));
  }

  void removeOriginal(String sha256) throws IOException {
    database.run("DELETE FROM original WHERE sha256 = ?", sha256);
  }

  List<Source> sources() throws IOException {
    return database.rows(
        "SELECT account FROM source ORDER BY ordinal",
        row -> CaseJson.read(row.getString(1), Source.class));
  }

  /** Adds an account after those there are. */
  void addSource(Source source) throws IOException {
    database.run(
        "INSERT INTO source (path, format, sha256, account) VALUES (?, ?, ?, ?)",
        source.path(),
        source.format(),
        source.sha256(),
        CaseJson.write(source));
  }

  /** The facts by moment, then by the order of import, then by line. */
  List<Entry> facts() throws IOException {
    List<Entry> facts =
        new ArrayList<>(
            database.rows(
                "SELECT entry FROM fact ORDER BY rowid",
                row -> CaseJson.read(row.getString(1), Entry.class)));
    facts.sort(CANONICAL);
    return facts;
  }

  void addFact(Entry fact, String sha256) throws IOException {
    database.run(
        "INSERT INTO fact (path, line, at, kind, sha256, entry) VALUES (?, ?, ?, ?, ?, ?)",
        fact.evidence().source(),
        fact.evidence().line(),
        fact.moment().at().toString(),
        IndexFeed.kind(fact),
        sha256,
        CaseJson.write(fact));
  }

  Conclusions conclusions() throws IOException {
    if (!meta(CONCLUDED).equals(commit())) {
      return Conclusions.NONE;
    }
    return new Conclusions(
        part("finding", dev.debrief.model.Finding.class),
        part("change", dev.debrief.model.Change.class),
        part("life", dev.debrief.model.MachineLife.class),
        part("signature", dev.debrief.model.Signature.class),
        part("hypothesis", dev.debrief.model.Hypothesis.class),
        part("unknown", String.class));
  }

  private <T> List<T> part(String part, Class<T> type) throws IOException {
    return database.rows(
        "SELECT value FROM conclusion WHERE part = ? ORDER BY ordinal",
        row -> CaseJson.read(row.getString(1), type),
        part);
  }

  void conclude(Conclusions conclusions) throws IOException {
    database.transaction(
        () -> {
          database.run("DELETE FROM conclusion");
          List<@Nullable Object[]> all = new ArrayList<>();
          conclusions.findings().forEach(f -> add(all, "finding", f.kind().id(), f.title(), f));
          conclusions.changes().forEach(c -> add(all, "change", c.kind().name(), c.change(), c));
          conclusions.lives().forEach(l -> add(all, "life", "", l.machine(), l));
          conclusions.signatures().forEach(s -> add(all, "signature", "", s.template(), s));
          conclusions
              .hypotheses()
              .forEach(h -> add(all, "hypothesis", h.standing().name(), h.title(), h));
          conclusions.unknowns().forEach(u -> add(all, "unknown", "", u, u));
          database.runAll(
              "INSERT INTO conclusion (ordinal, part, kind, title, value) VALUES (?, ?, ?, ?, ?)",
              all);
          putMeta(CONCLUDED, commit().orElseThrow());
        });
  }

  private static void add(
      List<@Nullable Object[]> all, String part, String kind, String title, Object value) {
    all.add(new Object[] {all.size(), part, kind, title, CaseJson.write(value)});
  }

  List<Annotation> annotations() throws IOException {
    return database.rows(
        "SELECT id, kind, start, \"end\", text, source, line FROM annotation ORDER BY start, id",
        CaseRows::annotation);
  }

  private static Annotation annotation(ResultSet row) throws SQLException {
    String end = row.getString(4);
    String source = row.getString(6);
    return new Annotation(
        row.getLong(1),
        Annotation.Kind.valueOf(row.getString(2)),
        Instant.parse(row.getString(3)),
        end == null ? null : Instant.parse(end),
        row.getString(5),
        source == null ? null : new Evidence(source, row.getLong(7)));
  }

  Annotation annotate(Annotation note) throws IOException {
    Evidence evidence = note.evidence();
    Instant end = note.end();
    database.run(
        "INSERT OR REPLACE INTO annotation (id, kind, start, \"end\", text, source, line)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        note.id() == 0 ? null : note.id(),
        note.kind().name(),
        note.start().toString(),
        end == null ? null : end.toString(),
        note.text(),
        evidence == null ? null : evidence.source(),
        evidence == null ? null : evidence.line());
    long id = note.id() == 0 ? database.number("SELECT last_insert_rowid()") : note.id();
    return new Annotation(id, note.kind(), note.start(), end, note.text(), evidence);
  }

  void remove(Annotation note) throws IOException {
    database.run("DELETE FROM annotation WHERE id = ?", note.id());
  }

  Optional<String> setting(String key) throws IOException {
    return database.text("SELECT value FROM setting WHERE key = ?", key);
  }

  void putSetting(String key, String value) throws IOException {
    database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", key, value);
  }
}
