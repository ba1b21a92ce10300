package dev.debrief.desktop.log;

import java.util.function.UnaryOperator;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** A text whose secrets can be read, and stay behind when it is copied. */
final class CopiedRedacted extends TextArea {
  private final UnaryOperator<String> redaction;

  CopiedRedacted(UnaryOperator<String> redaction) {
    this.redaction = redaction;
  }

  @Override
  public void copy() {
    String copied = CopyAs.selected(getText(), getAnchor(), getCaretPosition(), redaction);
    if (!copied.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(copied);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
