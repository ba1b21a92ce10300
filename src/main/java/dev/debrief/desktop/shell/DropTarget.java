package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes files and folders dropped anywhere on the window, and shows that it would. */
final class DropTarget extends StackPane {
  DropTarget(Node window, Consumer<List<Path>> dropped) {
    getStyleClass().add("drop-target");
    Label words = new Label(Texts.text("drop.here"), new FontIcon(Feather.DOWNLOAD));
    words.getStyleClass().add("empty-title");
    getChildren().add(words);
    setAlignment(Pos.CENTER);
    setVisible(false);
    setMouseTransparent(true);
    window.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            setVisible(true);
            event.consume();
          }
        });
    window.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
    window.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          setVisible(false);
          if (event.getDragboard().hasFiles()) {
            dropped.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }
}
