package dev.debrief.desktop.shell;

import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.text.Texts;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.report.DraftHtml;
import dev.debrief.report.ReferenceCheck;
import dev.debrief.report.TimelineCsv;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Picture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.print.PrinterJob;

/** How the draft and the timeline leave the program. What leaves is redacted already. */
final class Exports {
  private final Workbench bench;
  private final FileAsk ask;

  Exports(Workbench bench, FileAsk ask) {
    this.bench = bench;
    this.ask = ask;
  }

  void export(DraftView.Export kind, Shell shell) {
    String title = bench.title().get();
    String draft = bench.draft().text().get();
    String name = bench.title().get() + "-" + bench.draft().template().get();
    switch (kind) {
      case MARKDOWN -> write(name + ".md", open -> bytes(draft));
      case HTML ->
          write(
              name + ".html",
              open ->
                  bytes(
                      DraftHtml.page(
                          title,
                          draft,
                          Optional.of(
                              Picture.of(open.timeline(Progress.NONE))
                                  .saying(bench.redaction()::hide)
                                  .svg()),
                          ReferenceCheck.red(draft, open.investigation().dossier(Progress.NONE)))));
      case CSV ->
          write(
              bench.title().get() + "-timeline.csv",
              open ->
                  bytes(
                      TimelineCsv.of(
                          open.investigation().dossier(Progress.NONE), bench.redaction())));
      case PICTURE -> picture();
      case PRINT -> print(shell.draft());
    }
  }

  private interface Content {
    byte[] of(OpenCase open) throws Exception;
  }

  private void write(String name, Content content) {
    Optional<OpenCase> current = bench.current().get();
    if (current.isEmpty()) {
      return;
    }
    OpenCase open = current.get();
    ask.save("ask.export", name)
        .ifPresent(
            file ->
                bench
                    .work()
                    .write(
                        progress -> {
                          outside(file, open);
                          OutputFile.check(file);
                          OutputFile.write(file, content.of(open));
                          return file;
                        },
                        written -> bench.tell(Texts.text("export.done", written))));
  }

  /** A case is whole only as long as nobody writes into it. */
  private static void outside(Path file, OpenCase open) throws InputProblem {
    if (file.toAbsolutePath().normalize().startsWith(open.path().toAbsolutePath().normalize())) {
      throw new InputProblem(
          file.toString(), Texts.text("export.inside"), Texts.text("export.inside.remedy"));
    }
  }

  private void picture() {
    Palette palette = Look.dark(bench.settings().theme().get()) ? Palette.dark() : Palette.light();
    write(
        bench.title().get() + "-timeline.png",
        open ->
            Picture.of(open.timeline(Progress.NONE))
                .in(palette)
                .saying(bench.redaction()::hide)
                .png(2));
  }

  private void print(DraftView draft) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      bench.say(new Notice(true, Texts.text("export.noPrinter")));
      return;
    }
    if (job.showPrintDialog(draft.getScene().getWindow())) {
      PrintedPages.print(job, draft.page(PrintedPages.WIDTH));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
