package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import java.util.Map;

/**
 * What a format read of one log line, before its message is looked into.
 *
 * @param moment by the platform's stamp
 */
record Told(
    Format format,
    long line,
    int lines,
    Moment moment,
    String app,
    String provider,
    String machine,
    String region,
    Level level,
    String message,
    Map<String, String> fields) {}
