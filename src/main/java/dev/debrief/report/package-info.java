/**
 * A case's conclusions to a Markdown draft whose every sentence names its lines, and back: a report
 * held against the case.
 *
 * <p>In: a {@link dev.debrief.report.Dossier}. Out: drafts, the same as HTML and CSV, redacted
 * text, merged drafts, and what a report claims that the evidence denies. Must not know: where a
 * case is stored, any screen, any command line. Whatever it writes may be shown outside, so all log
 * text goes through {@link dev.debrief.report.Redaction} and {@link dev.debrief.report.Markdown}.
 */
@NullMarked
package dev.debrief.report;

import org.jspecify.annotations.NullMarked;
