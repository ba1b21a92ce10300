package dev.debrief.store;

import com.github.luben.zstd.Zstd;
import dev.debrief.model.Annotation;
import dev.debrief.model.Change;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Signature;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The case file's rows as the model's values. */
final class CaseRows {
  /** The name of an empty index's commit. */
  static final String FIRST_COMMIT = "empty";

  private static final String COMMIT = "index_commit";
  private static final String CONCLUDED = "concluded_for";
  private static final String APP = "concluded_for_app";
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

  /**
   * Adds an input after those there are, whose bytes aren't known before {@link #identify}; its
   * number gives the order of import.
   */
  Original addOriginal(String name, Instant modified, ImportOptions options) throws IOException {
    int number =
        Math.toIntExact(database.number("SELECT ifnull(max(number), 0) + 1 FROM original"));
    String digits = Integer.toString(number);
    String unlike = "0".repeat(64 - digits.length()) + digits;
    Original original = new Original(number, unlike, name, 0, modified, options, new BitSet());
    putOriginal(original);
    return original;
  }

  /** Says what an input's bytes are. */
  Original identify(Original original, Originals.Kept kept) throws IOException {
    database.run(
        "UPDATE original SET sha256 = ?, bytes = ? WHERE number = ?",
        kept.sha256(),
        kept.bytes(),
        original.number());
    return new Original(
        original.number(),
        kept.sha256(),
        original.name(),
        kept.bytes(),
        original.modified(),
        original.options(),
        original.dropped());
  }

  /** Adds an input under the number it has. */
  void putOriginal(Original original) throws IOException {
    database.run(
        "INSERT INTO original (number, sha256, name, bytes, modified, options, dropped)"
            + " VALUES (?, ?, ?, ?, ?, ?, x'')",
        original.number(),
        original.sha256(),
        original.name(),
        original.bytes(),
        original.modified().toString(),
        CaseJson.write(original.options()));
  }

  /** Forgets what was read of the originals, not the originals. */
  void clear() throws IOException {
    database.run("DELETE FROM source");
    database.run("DELETE FROM fact");
    database.run("UPDATE original SET dropped = x''");
  }

  /**
   * An input as it was imported.
   *
   * @param dropped the ordinals of its entries that were told elsewhere already
   */
  record Original(
      int number,
      String sha256,
      String name,
      long bytes,
      Instant modified,
      ImportOptions options,
      BitSet dropped) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    Original {
      // It names files, and the case file may have come from somebody else.
      if (!SHA256.matcher(sha256).matches()) {
        throw new IllegalStateException("the case file names no original by " + sha256);
      }
    }
  }

  /** The inputs in the order they were imported. */
  List<Original> originals() throws IOException {
    return database.rows(
        "SELECT number, sha256, name, bytes, modified, options, dropped FROM original"
            + " ORDER BY number",
        row ->
            new Original(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Instant.parse(row.getString(5)),
                CaseJson.read(row.getString(6), ImportOptions.class),
                bits(row.getBytes(7))));
  }

  /** Puts other options on an input; they hold when it is read again. */
  void putOptions(String sha256, ImportOptions options) throws IOException {
    database.run(
        "UPDATE original SET options = ? WHERE sha256 = ?", CaseJson.write(options), sha256);
  }

  /** Says which entries of an input are left out. */
  void drop(int number, BitSet ordinals) throws IOException {
    database.run(
        "UPDATE original SET dropped = ? WHERE number = ?",
        Zstd.compress(ordinals.toByteArray()),
        number);
  }

  private static BitSet bits(byte[] packed) {
    return packed.length == 0
        ? new BitSet()
        : BitSet.valueOf(Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed)));
  }

  void removeOriginal(int number) throws IOException {
    database.run("DELETE FROM original WHERE number = ?", number);
  }

  List<Source> sources() throws IOException {
    return database.rows(
        "SELECT account FROM source ORDER BY ordinal",
        row -> CaseJson.read(row.getString(1), Source.class));
  }

  /** From the first known time to just after the last; empty where none is known. */
  TimeRange extent() throws IOException {
    List<Instant> known = new ArrayList<>();
    for (Source source : sources()) {
      Stream.of(Optional.ofNullable(source.first()), Optional.ofNullable(source.last()))
          .flatMap(Optional::stream)
          .forEach(known::add);
    }
    return known.isEmpty()
        ? new TimeRange(Instant.EPOCH, Instant.EPOCH)
        : new TimeRange(Collections.min(known), Collections.max(known).plusNanos(1));
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

  /** Puts an account in the place of the one before. */
  void update(Source source) throws IOException {
    database.run(
        "UPDATE source SET account = ? WHERE path = ? AND format = ?",
        CaseJson.write(source),
        source.path(),
        source.format());
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

  /**
   * Adds a fact.
   *
   * @return false where another input told the very same: same in everything but its place
   */
  boolean addFact(Entry fact, int original) throws IOException {
    String meaning = CaseJson.meaning(fact);
    if (database.number(
            "SELECT count(*) FROM fact WHERE meaning = ? AND original <> ?", meaning, original)
        > 0) {
      return false;
    }
    database.run(
        "INSERT INTO fact (original, path, line, at, kind, meaning, entry)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        original,
        fact.evidence().source(),
        fact.evidence().line(),
        fact.moment().at().toString(),
        Origin.kind(fact),
        meaning,
        CaseJson.write(fact, Entry.class));
    return true;
  }

  Conclusions conclusions() throws IOException {
    if (!meta(CONCLUDED).equals(commit())) {
      return Conclusions.NONE;
    }
    return new Conclusions(
        part("finding", Finding.class),
        part("change", Change.class),
        part("life", MachineLife.class),
        part("signature", Signature.class),
        part("hypothesis", Hypothesis.class),
        part("unknown", String.class));
  }

  private <T> List<T> part(String part, Class<T> type) throws IOException {
    return database.rows(
        "SELECT value FROM conclusion WHERE part = ? ORDER BY ordinal",
        row -> CaseJson.read(row.getString(1), type),
        part);
  }

  /** The app that conclusions were kept with, where they are of the case as it is. */
  Optional<String> app() throws IOException {
    return meta(CONCLUDED).equals(commit()) ? meta(APP) : Optional.empty();
  }

  void conclude(Conclusions conclusions, String app) throws IOException {
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
          putMeta(APP, app);
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

  /** All that is kept under keys. */
  Map<String, String> settings() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    database.rows(
        "SELECT key, value FROM setting WHERE key IS NOT NULL AND value IS NOT NULL",
        row -> settings.put(row.getString(1), row.getString(2)));
    return settings;
  }

  void putSetting(String key, String value) throws IOException {
    database.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", key, value);
  }
}
