/**
 * What the program knows, as records and sealed types: nothing here reads, stores, draws or prints.
 *
 * <p>In: nothing. Out: the vocabulary of every other package. Must not know: any of them. Times are
 * {@link java.time.Instant}, UTC; how fine they are is said by {@link dev.debrief.model.Precision}.
 * An absent text is the empty string; an absent value is marked {@code @Nullable}.
 */
@NullMarked
package dev.debrief.model;

import org.jspecify.annotations.NullMarked;
