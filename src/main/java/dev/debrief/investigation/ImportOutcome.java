package dev.debrief.investigation;

import dev.debrief.model.Conclusions;
import dev.debrief.store.Imported;

/**
 * What an import did.
 *
 * @param imported which sources came in, which were there already, which were refused and why
 * @param conclusions what the case says now
 */
public record ImportOutcome(Imported imported, Conclusions conclusions) {}
