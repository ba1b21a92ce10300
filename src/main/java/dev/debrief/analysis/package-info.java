/**
 * From records and facts to conclusions.
 *
 * <p>In: a case's data. Out: findings, changes, machines' lives, what is not known. Must not know:
 * files, the index, screens, drafts. Records pass once through collectors that keep what bears on a
 * conclusion; then detectors, pure, make findings of it. The same case gives the same bytes.
 */
@NullMarked
package dev.debrief.analysis;

import org.jspecify.annotations.NullMarked;
