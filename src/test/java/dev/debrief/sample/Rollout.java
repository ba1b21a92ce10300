package dev.debrief.sample;

import java.time.Instant;

/** A machine is given an image, and what that image does there. */
record Rollout(Instant at, String image, Conduct conduct) {}
