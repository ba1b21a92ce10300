/**
 * Known causes: a library of rules, one YAML file each, held against a case.
 *
 * <p>In: every entry of a case in order of time. Out: for each rule how it stands, with its lines,
 * and a {@code known_cause} finding for each episode. Must not know: files other than rules,
 * screens, other detectors. Whatever a rule's author wrote is data: bounded in size, matched in
 * linear time.
 */
@NullMarked
package dev.debrief.analysis.rule;

import org.jspecify.annotations.NullMarked;
