package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.work.Work;
import javafx.collections.ListChangeListener;
import javafx.concurrent.Task;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;

/** What runs and waits, each with its progress and a cancel. */
final class Tasks extends VBox {
  Tasks(Work work) {
    Label title = new Label(Texts.text("tasks.title"));
    title.getStyleClass().add("title-4");
    TaskProgressView<Task<?>> view = new TaskProgressView<>();
    view.setId("task-list");
    view.setPrefSize(520, 240);
    view.setAccessibleText(Texts.text("tasks.title"));
    Label none = new Label(Texts.text("tasks.none"));
    none.getStyleClass().add("muted");
    view.getTasks().setAll(work.running());
    work.running()
        .addListener(
            (ListChangeListener<Task<?>>) change -> view.getTasks().setAll(work.running()));
    getChildren().addAll(title, none, view);
    Runnable empty =
        () -> {
          none.setVisible(work.running().isEmpty());
          none.setManaged(work.running().isEmpty());
          // The control has words of its own for an empty list.
          view.setVisible(!work.running().isEmpty());
          view.setManaged(!work.running().isEmpty());
        };
    work.running().addListener((ListChangeListener<Task<?>>) change -> empty.run());
    empty.run();
    setSpacing(12);
  }
}
