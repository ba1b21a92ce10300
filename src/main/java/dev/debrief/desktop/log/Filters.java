package dev.debrief.desktop.log;

import dev.debrief.model.TimeRange;

/**
 * All that narrows the log.
 *
 * @param facets the chosen values
 * @param query the search
 * @param brush the brushed range, {@link TimeRange#ALWAYS} where none is
 */
record Filters(Facets facets, String query, TimeRange brush) {
  static final Filters NONE = new Filters(Facets.NONE, "", TimeRange.ALWAYS);

  /** Those in force. */
  static Filters of(LogModel model) {
    return new Filters(
        model.facets().get(), model.session().query().get(), model.session().brush().get());
  }

  boolean any() {
    return facets.any() || !query.isBlank() || !brush.equals(TimeRange.ALWAYS);
  }
}
