/**
 * The case on disk: originals, the index of the records, the case file; an import is one
 * transaction.
 *
 * <p>In: inputs, read through {@link dev.debrief.source.Dump}, and what the analysis concluded.
 * Out: {@link dev.debrief.model.CaseData} for the analysis, searches and counts for whoever shows
 * them, and the public JSON. Must not know: how a conclusion is reached, drawn, written or printed.
 * What it holds stays verbatim, readable by the case's owner only.
 */
@NullMarked
package dev.debrief.store;

import org.jspecify.annotations.NullMarked;
