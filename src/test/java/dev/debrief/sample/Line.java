package dev.debrief.sample;

import java.time.Instant;

/** One line of the platform's stream, before it takes a dump's shape. */
record Line(Instant at, String provider, String machine, String level, String message) {}
