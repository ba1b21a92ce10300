package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import com.sun.glass.ui.Application;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The toolkit is told of files as macOS tells it; only that system's own part is missing here. */
class OpenedFilesTest {
  @Test
  void thoseOfTheStartAndThoseThatComeLaterAreHandedOver() throws Exception {
    Method told = Application.class.getDeclaredMethod("notifyOpenFiles", String[].class);
    told.setAccessible(true);
    List<Path> opened = new ArrayList<>();
    try (OpenWindow window = new OpenWindow()) {
      Application.EventHandler toolkit = window.get(() -> handler());
      window.get(() -> told.invoke(Application.GetApplication(), (Object) files("first.debrief")));
      assertEquals(List.of(), opened);
      window.run(() -> OpenedFiles.tell(opened::addAll));
      assertNotSame(toolkit, window.get(() -> handler()));
      window.get(() -> told.invoke(Application.GetApplication(), (Object) files("b.log", "c.log")));
      window.run(() -> Application.GetApplication().setEventHandler(toolkit));
    }
    assertEquals(List.of(Path.of("first.debrief"), Path.of("b.log"), Path.of("c.log")), opened);
  }

  @Test
  @DisabledOnOs(OS.MAC)
  void elsewhereAFileIsAnArgumentAndNothingIsListenedTo() {
    assertFalse(OpenedFiles.areTold());
  }

  private static Application.EventHandler handler() {
    return Application.GetApplication().getEventHandler();
  }

  private static String[] files(String... names) {
    return names;
  }
}
