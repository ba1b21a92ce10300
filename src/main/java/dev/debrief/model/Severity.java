package dev.debrief.model;

/** How much a finding matters to the reader, least first. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
