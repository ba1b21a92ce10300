/**
 * From bytes to entries: recognising, one class a format, decompression, encodings, time and zones.
 *
 * <p>In: files, folders, archives, standard input. Out: {@link dev.debrief.model.Entry entries} in
 * order and one {@link dev.debrief.model.Source} account for each format found in an input, in
 * which every line is counted once. Must not know: where entries are kept or what is concluded from
 * them.
 */
@NullMarked
package dev.debrief.source;

import org.jspecify.annotations.NullMarked;
