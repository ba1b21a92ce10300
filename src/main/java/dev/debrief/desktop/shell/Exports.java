package dev.debrief.desktop.shell;

import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.draft.HtmlPage;
import dev.debrief.desktop.text.Texts;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Picture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import javafx.print.PrinterJob;
import javafx.scene.layout.Region;

/** How the draft and the timeline leave the program. What leaves is redacted already. */
final class Exports {
  private final Workbench bench;
  private final FileAsk ask;

  Exports(Workbench bench, FileAsk ask) {
    this.bench = bench;
    this.ask = ask;
  }

  void export(DraftView.Export kind, Shell shell) {
    String name = bench.title().get() + "-" + bench.draft().template().get();
    switch (kind) {
      case MARKDOWN -> write(name + ".md", () -> bytes(bench.draft().text().get()));
      case HTML ->
          write(
              name + ".html",
              () -> bytes(HtmlPage.of(bench.title().get(), bench.draft().text().get())));
      case CSV ->
          write(
              bench.title().get() + "-timeline.csv",
              () ->
                  bytes(
                      TimelineCsv.of(
                          bench.session().conclusions().get(), bench.actions()::redact)));
      case PICTURE -> picture();
      case PRINT -> print(shell.draft().page());
    }
  }

  private interface Content {
    byte[] bytes() throws Exception;
  }

  private void write(String name, Content content) {
    ask.save("ask.export", name)
        .ifPresent(
            file ->
                bench
                    .session()
                    .work()
                    .look(
                        progress -> {
                          Files.write(file, content.bytes());
                          return file;
                        },
                        written -> bench.tell(Texts.text("export.done", written))));
  }

  private void picture() {
    Optional<OpenCase> open = bench.current().get();
    if (open.isEmpty()) {
      return;
    }
    Palette palette = Look.dark(bench.settings().theme().get()) ? Palette.dark() : Palette.light();
    write(
        bench.title().get() + "-timeline.png",
        () -> Picture.of(open.get().timeline(dev.debrief.model.Progress.NONE)).in(palette).png(2));
  }

  private void print(Region page) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      bench.notice().set(Optional.of(new Notice(true, Texts.text("export.noPrinter"))));
      return;
    }
    if (job.showPrintDialog(page.getScene().getWindow())) {
      PrintedPages.print(job, page);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
