/**
 * When the app failed, and for whom.
 *
 * <p>In: requests' answers, machines' histories, the log's own extent. Out: findings about outages.
 * Must not know: why.
 */
@NullMarked
package dev.debrief.analysis.outage;

import org.jspecify.annotations.NullMarked;
