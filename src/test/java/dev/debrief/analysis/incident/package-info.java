/**
 * A generator of incidents with their truth: other apps, languages, machines, regions, rhythms and
 * stories than any example. In: a seed. Out: entries as the sources would give them, and the facts
 * that an analysis should find. Must not know: the analysis.
 */
@org.jspecify.annotations.NullMarked
package dev.debrief.analysis.incident;
