/**
 * Debrief: from saved dumps to a timeline and a postmortem draft. What it needs, and why, is said
 * here once.
 */
module dev.debrief {
  requires static org.jspecify; // nullness contracts
  requires tools.jackson.databind; // JSON in, JSON out
  requires tools.jackson.dataformat.yaml; // rules
  requires com.github.luben.zstd_jni; // .zst inputs and the kept originals
  requires re2j; // rules' regular expressions in linear time
  requires org.apache.lucene.core; // the index
  requires org.apache.lucene.queryparser; // its query syntax
  requires java.sql; // the case file, through
  requires org.xerial.sqlitejdbc; // SQLite
  requires com.samskivert.jmustache; // draft templates
  requires org.commonmark; // Markdown
  requires org.commonmark.ext.gfm.tables;
  requires org.commonmark.ext.footnotes;
  requires org.commonmark.ext.task.list.items;
  requires info.picocli; // the command line
  requires java.desktop; // pictures without a display
  requires java.prefs; // recent cases, theme
  requires javafx.controls; // the desktop
  requires jfx.incubator.richtext; // the draft's editor
  requires javafx.swing; // snapshots to PNG
  requires org.controlsfx.controls;
  requires atlantafx.base; // theme
  requires org.kordamp.ikonli.javafx; // icons
  requires org.kordamp.ikonli.feather;

  provides org.apache.lucene.codecs.DocValuesFormat with
      dev.debrief.store.DenseValues; // found by the name that a segment gives

  opens dev.debrief.model to
      tools.jackson.databind; // the case file keeps the model's records as JSON
  opens dev.debrief.source to
      tools.jackson.databind; // the case file keeps how a source was read
  opens dev.debrief.store to
      tools.jackson.databind; // beside the input it was said about
  opens dev.debrief.cli to
      info.picocli;
}
