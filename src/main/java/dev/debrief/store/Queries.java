package dev.debrief.store;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Level;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's classic query syntax, as {@link RecordIndex} describes it. Words side by side are joined
 * by OR, as Lucene has it; a query of exclusions alone is taken from everything. Beyond the syntax:
 * {@link PlainWords} need no escape.
 */
final class Queries extends QueryParser {
  private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}*?]+");
  private static final int LONGEST_NAMED = 200;
  private static final String SYNTAX = "+-!(){}[]^\"~*?:\\/";

  private final Vocabulary vocabulary;

  private Queries(Vocabulary vocabulary) {
    super(Fields.MESSAGE, WordStream.analyzer());
    this.vocabulary = vocabulary;
    setSplitOnWhitespace(true);
    setAutoGeneratePhraseQueries(true);
    setAllowLeadingWildcard(true);
  }

  /**
   * Reads a query.
   *
   * @throws InputProblem that names the column and what to write instead
   */
  static Query read(String text, Vocabulary vocabulary) throws InputProblem {
    if (text.isBlank() || text.strip().equals("*")) {
      return MatchAllDocsQuery.INSTANCE;
    }
    try {
      return new Queries(vocabulary).parse(PlainWords.escaped(text));
    } catch (ParseException e) {
      throw problem(text, e);
    } catch (TooComplexToDeterminizeException e) {
      throw new InputProblem(
          named(text), "a pattern in it asks for too much at once", "take wildcards out", e);
    } catch (StackOverflowError e) {
      throw new InputProblem(
          named(text),
          "its parentheses stand too deep in one another",
          "put plain text in double quotes",
          e);
    }
  }

  /** The query as a message names it: what was pasted in may be a page. */
  private static String named(String text) {
    String line = text.strip();
    return "query "
        + (line.length() > LONGEST_NAMED ? line.substring(0, LONGEST_NAMED) + "…" : line);
  }

  /** The query within a range of time. */
  static Query within(Query query, TimeRange range) {
    if (range.equals(TimeRange.ALWAYS)) {
      return query;
    }
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.MUST)
        .add(at(range), BooleanClause.Occur.FILTER)
        .build();
  }

  /** What of a query's matches stands at or after an instant, in ns since the epoch. */
  static Query from(Query query, long nanos) {
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.MUST)
        .add(
            NumericDocValuesField.newSlowRangeQuery(Fields.AT, nanos, Long.MAX_VALUE),
            BooleanClause.Occur.FILTER)
        .build();
  }

  private static Query at(TimeRange range) {
    long from = Times.nanos(range.from());
    long to = Times.nanos(range.to());
    return from >= to
        ? new MatchNoDocsQuery("an empty range")
        : NumericDocValuesField.newSlowRangeQuery(
            Fields.AT, from, to == Long.MAX_VALUE ? to : to - 1);
  }

  /**
   * Exclusions alone, also in parentheses, are taken from everything: Lucene finds nothing there.
   */
  @Override
  protected Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
    Query query = super.getBooleanQuery(clauses);
    return onlyExclusions(query) ? withEverything((BooleanQuery) query) : query;
  }

  private static boolean onlyExclusions(Query query) {
    return query instanceof BooleanQuery all
        && !all.clauses().isEmpty()
        && all.clauses().stream().allMatch(BooleanClause::isProhibited);
  }

  private static Query withEverything(BooleanQuery exclusions) {
    BooleanQuery.Builder query =
        new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST);
    exclusions.clauses().forEach(query::add);
    return query.build();
  }

  private static InputProblem problem(String text, ParseException e) {
    String message = String.valueOf(e.getMessage());
    // The parser wraps what is thrown while it builds the query.
    if ((e.getCause() instanceof Refusal inside ? inside : e) instanceof Refusal refusal) {
      return new InputProblem(named(text), refusal.what, refusal.remedy, e);
    }
    if (e.getCause() instanceof TooManyClauses) {
      return new InputProblem(
          named(text),
          "it has more than " + IndexSearcher.getMaxClauseCount() + " words",
          "ask for fewer, or put what stands in a row in double quotes",
          e);
    }
    Matcher column = COLUMN.matcher(message);
    String where =
        column.find()
            ? named(text) + ", column " + (Integer.parseInt(column.group(1)) + 1)
            : named(text);
    String what = "can't be read";
    String remedy = "put plain text in double quotes, or a backslash before any of " + SYNTAX;
    if (count(text, '"') % 2 == 1) {
      what = "a quote is not closed";
      remedy = "close it, or put a backslash before it";
    } else if (count(text, '(') != count(text, ')')) {
      what = "the parentheses don't match";
    } else if (count(text, '[') + count(text, '{') != count(text, ']') + count(text, '}')) {
      what = "a range is not closed";
      remedy = "write it as status:[500 TO 599], or " + remedy;
    }
    return new InputProblem(where, what, remedy, e);
  }

  private static long count(String text, char c) {
    return text.chars().filter(one -> one == c).count();
  }

  /** A query that can be parsed and not be answered. */
  private static final class Refusal extends ParseException {
    private static final long serialVersionUID = 1L;
    private final String what;
    private final String remedy;

    Refusal(String what, String remedy) {
      super(what);
      this.what = what;
      this.remedy = remedy;
    }
  }

  private static String known(String field) throws Refusal {
    if (!field.equals(Fields.MESSAGE)
        && !Fields.KEYWORDS.contains(field)
        && !field.equals(Fields.AT)
        && !field.equals(Fields.LINE)
        && !field.equals(Fields.PART)
        && !field.equals(Fields.STATUS)) {
      throw new Refusal(
          "there is no field " + field,
          "name one of " + Fields.all() + ", or put text with a colon in double quotes");
    }
    return field;
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
    return switch (known(field)) {
      case Fields.AT -> at(period(text));
      case Fields.LINE, Fields.STATUS -> numbers(field, number(field, text), number(field, text));
      case Fields.PART -> new TermQuery(new Term(field, text.toLowerCase(Locale.ROOT)));
      case Fields.LEVEL, Fields.TRANSPORT -> vocabulary.keyword(field, level(text)::equals);
      case Fields.MESSAGE -> {
        Query query = super.getFieldQuery(field, text, quoted);
        yield query == null
            ? new MatchNoDocsQuery("no word in " + text)
            : vocabulary.withListed(query, text);
      }
      case Fields.REQUEST_ID ->
          either(
              new TermQuery(new Term(field, text.toLowerCase(Locale.ROOT))),
              getFieldQuery(Fields.MESSAGE, text, true));
      default -> vocabulary.keyword(field, text.toLowerCase(Locale.ROOT)::equals);
    };
  }

  @Override
  protected Query getFieldQuery(String field, String text, int slop) throws ParseException {
    return known(field).equals(Fields.MESSAGE)
        ? super.getFieldQuery(field, text, slop)
        : getFieldQuery(field, text, true);
  }

  @Override
  protected Query getRangeQuery(
      String field,
      @Nullable String low,
      @Nullable String high,
      boolean lowInside,
      boolean highInside)
      throws ParseException {
    return switch (known(field)) {
      case Fields.AT -> {
        Instant from =
            low == null ? Instant.MIN : lowInside ? period(low).from() : period(low).to();
        Instant to =
            high == null ? Instant.MAX : highInside ? period(high).to() : period(high).from();
        yield from.isBefore(to) ? at(new TimeRange(from, to)) : new MatchNoDocsQuery("empty");
      }
      case Fields.LINE, Fields.STATUS -> {
        long least = low == null ? Long.MIN_VALUE : number(field, low) + (lowInside ? 0 : 1);
        long most = high == null ? Long.MAX_VALUE : number(field, high) - (highInside ? 0 : 1);
        yield numbers(field, least, most);
      }
      case Fields.LEVEL, Fields.TRANSPORT -> levels(field, low, high, lowInside, highInside);
      default -> {
        Query range = super.getRangeQuery(field, low, high, lowInside, highInside);
        yield field.equals(Fields.MESSAGE) || field.equals(Fields.REQUEST_ID)
            ? range
            : values(field, range);
      }
    };
  }

  private Query numbers(String field, long least, long most) {
    if (least > most) {
      return new MatchNoDocsQuery("an empty range");
    }
    return field.equals(Fields.LINE)
        ? vocabulary.lines(least, most)
        : vocabulary.statuses(least, most);
  }

  /** A pattern over the few values of a field. */
  private Query values(String field, Query pattern) {
    return vocabulary.pattern(field, (AutomatonQuery) pattern);
  }

  /** A request's id stands in its message or, where it doesn't, in its own field. */
  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder()
        .add(one, BooleanClause.Occur.SHOULD)
        .add(other, BooleanClause.Occur.SHOULD)
        .build();
  }

  @Override
  protected Query getWildcardQuery(String field, String text) throws ParseException {
    return switch (termsOf(field)) {
      case Fields.MESSAGE -> text.equals("*") ? MatchAllDocsQuery.INSTANCE : words(text);
      case Fields.REQUEST_ID -> either(super.getWildcardQuery(field, text), words(text));
      default -> values(field, super.getWildcardQuery(field, text));
    };
  }

  @Override
  protected Query getPrefixQuery(String field, String text) throws ParseException {
    return switch (termsOf(field)) {
      case Fields.MESSAGE -> words(text + "*");
      case Fields.REQUEST_ID -> either(super.getPrefixQuery(field, text), words(text + "*"));
      default -> values(field, super.getPrefixQuery(field, text));
    };
  }

  /**
   * A pattern may go over what parts words, such as {@code Oban.Not*}: all its parts must occur.
   */
  private Query words(String pattern) throws ParseException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String part : PARTS.split(pattern)) {
      if (part.matches("\\*+") || part.isEmpty()) {
        continue;
      }
      int open = firstWildcard(part);
      Query query =
          open < 0
              ? getFieldQuery(Fields.MESSAGE, part, false)
              : vocabulary.withListed(
                  (AutomatonQuery) super.getWildcardQuery(Fields.MESSAGE, part),
                  part.substring(0, open).toLowerCase(Locale.ROOT));
      all.add(query, BooleanClause.Occur.MUST);
    }
    BooleanQuery query = all.build();
    return query.clauses().isEmpty()
        ? MatchAllDocsQuery.INSTANCE
        : query.clauses().size() == 1 ? query.clauses().getFirst().query() : query;
  }

  private static int firstWildcard(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '*' || part.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }

  @Override
  protected Query getFuzzyQuery(String field, String text, float similarity) throws ParseException {
    if (!termsOf(field).equals(Fields.MESSAGE)) {
      throw new Refusal(
          field + " can't be searched for what is like it", "use " + field + ":" + text + "*");
    }
    return super.getFuzzyQuery(field, text, similarity);
  }

  @Override
  protected Query getRegexpQuery(String field, String text) throws ParseException {
    try {
      AutomatonQuery pattern = (AutomatonQuery) super.getRegexpQuery(termsOf(field), text);
      return field.equals(Fields.MESSAGE) || field.equals(Fields.REQUEST_ID)
          ? vocabulary.withListed(pattern, "")
          : values(field, pattern);
    } catch (IllegalArgumentException e) {
      throw new Refusal("/" + text + "/ is no regular expression Lucene can use", "simplify it");
    }
  }

  private static String termsOf(String field) throws Refusal {
    if (!known(field).equals(Fields.MESSAGE) && !Fields.KEYWORDS.contains(field)) {
      throw new Refusal(
          field + " has no patterns", "write a value or a range such as " + field + ":[A TO B]");
    }
    return field;
  }

  private Query levels(
      String field,
      @Nullable String low,
      @Nullable String high,
      boolean lowInside,
      boolean highInside)
      throws Refusal {
    Level least = low == null ? Level.DEBUG : Level.valueOf(level(low).toUpperCase(Locale.ROOT));
    Level most =
        high == null ? Level.CRITICAL : Level.valueOf(level(high).toUpperCase(Locale.ROOT));
    return vocabulary.keyword(
        field,
        name -> {
          Level level = name.isEmpty() ? null : Level.valueOf(name.toUpperCase(Locale.ROOT));
          return level != null
              && (lowInside ? level.compareTo(least) >= 0 : level.compareTo(least) > 0)
              && (highInside ? level.compareTo(most) <= 0 : level.compareTo(most) < 0);
        });
  }

  private static String level(String word) throws Refusal {
    return Level.named(word)
        .orElseThrow(
            () ->
                new Refusal(
                    word + " is no level", "write debug, info, notice, warning, error or critical"))
        .name()
        .toLowerCase(Locale.ROOT);
  }

  private static long number(String field, String text) throws Refusal {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Refusal(field + " is a number, " + text + " is none", "write " + field + ":500");
    }
  }

  private static TimeRange period(String text) throws Refusal {
    return QueryTime.period(text)
        .orElseThrow(
            () ->
                new Refusal(
                    text + " is no time",
                    "write it in UTC as 2026-02-25, 2026-02-25T21:00 or 2026-02-25T21:00:33.120Z"));
  }
}
