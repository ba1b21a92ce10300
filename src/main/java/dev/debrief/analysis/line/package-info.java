/**
 * What single lines say: the platform's own messages, requests and their answers, who speaks.
 *
 * <p>In: one log record. Out: what it tells, as sealed types. Must not know: other lines, machines'
 * histories, findings. Shapes follow Fly's init, runner, proxy and health messages, and the request
 * logs of the usual frameworks.
 */
@NullMarked
package dev.debrief.analysis.line;

import org.jspecify.annotations.NullMarked;
