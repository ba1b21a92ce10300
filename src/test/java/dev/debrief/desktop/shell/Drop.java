package dev.debrief.desktop.shell;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Files dropped on a node as the system hands them over. The headless platform has no dragging
 * between windows, so the events are made here; what takes them is the program's own.
 */
final class Drop {
  private Drop() {}

  static void on(Node target, List<File> files) {
    Dragboard board = board(files);
    for (EventType<DragEvent> step :
        List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED, DragEvent.DRAG_EXITED)) {
      Event.fireEvent(
          target,
          new DragEvent(
              target,
              target,
              step,
              board,
              400,
              400,
              400,
              400,
              TransferMode.COPY,
              null,
              target,
              null));
    }
  }

  private static Dragboard board(List<File> files) {
    try {
      Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
      Object held =
          Proxy.newProxyInstance(
              clipboard.getClassLoader(),
              new Class<?>[] {clipboard},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> files;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                  });
      Method create = Dragboard.class.getDeclaredMethod("createDragboard", clipboard);
      create.setAccessible(true);
      return (Dragboard) create.invoke(null, held);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException(changed);
    }
  }
}
