/**
 * Makes {@code sample-logs/blockster-outage}: the outage that five published reports tell of, as
 * the dumps its authors might have saved. In: nothing but the story written down here. Out: files,
 * the same bytes each time. Must not know: the program. It writes the platform's shapes from their
 * description, so that the program is read against something it did not make.
 */
@NullMarked
package dev.debrief.sample;

import org.jspecify.annotations.NullMarked;
