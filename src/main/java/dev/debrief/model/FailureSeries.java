package dev.debrief.model;

import org.jspecify.annotations.Nullable;

/**
 * One kind of failure on both sides of a change.
 *
 * @param name {@code crashes}, {@code requests}, or the id of an error's template
 * @param template the template's text, empty for crashes and requests
 * @param effect what the change did to it
 * @param before events before the change: crashes; requests that failed; for an error the slices of
 *     ten seconds in which it came, so that a burst of it counts once
 * @param beforeOf what they are compared by: seconds for crashes, requests answered for requests,
 *     slices of ten seconds for an error
 * @param beforeMessages for an error, how often it was printed
 * @param rateRatio after over before; null where before is zero
 * @param ratioLow the lower end of its exact 95 % interval
 * @param ratioHigh the upper end, null where there is none
 * @param pValue of the conditional test, corrected for all changes and kinds of failure; null where
 *     it was not made
 * @param line the first line of it after a change that began it, else its last before; null for
 *     crashes and requests
 */
public record FailureSeries(
    String name,
    String template,
    Effect effect,
    long before,
    double beforeOf,
    long beforeMessages,
    long after,
    double afterOf,
    long afterMessages,
    @Nullable Double rateRatio,
    @Nullable Double ratioLow,
    @Nullable Double ratioHigh,
    @Nullable Double pValue,
    @Nullable Evidence line) {
  /** What a change did to one kind of failure. */
  public enum Effect {
    /** None before it, lasting after it. */
    BEGAN,
    /** Lasting before it, none after it. */
    ENDED,
    /** Far more after it than before. */
    ROSE,
    /** Far less after it than before. */
    FELL,
    /** On both sides, with no difference that chance would not make. */
    WENT_ON,
    /** Too few, or only for a moment, to tell. */
    UNCLEAR,
    /** None on either side. */
    NONE
  }
}
