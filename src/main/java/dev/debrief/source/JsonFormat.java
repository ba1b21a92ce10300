package dev.debrief.source;

/** A format made of JSON objects. */
non-sealed interface JsonFormat extends Format {
  /** Whether this object is one of its own, or a document that holds them. */
  boolean recognises(JsonObject object);

  /** Hands its entries to the reading. */
  void read(JsonObject object, Reading reading);
}
