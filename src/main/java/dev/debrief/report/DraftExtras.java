package dev.debrief.report;

/**
 * What a draft holds by choice.
 *
 * @param mermaid whether the timeline stands in it as a Mermaid block too
 * @param picture the file name of the timeline's picture beside the draft, or empty for none
 */
public record DraftExtras(boolean mermaid, String picture) {
  /** Neither. */
  public static final DraftExtras NONE = new DraftExtras(false, "");
}
