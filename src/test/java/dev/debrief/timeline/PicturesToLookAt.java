package dev.debrief.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pictures of the made-up cases into a folder, to be looked at. Not a test. */
public final class PicturesToLookAt {
  private PicturesToLookAt() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    write(folder, "outage", Samples.outage());
    write(folder, "healthy", Samples.healthy());
  }

  private static void write(Path folder, String name, Timeline timeline) throws IOException {
    Picture picture = Picture.of(timeline);
    Files.write(folder.resolve(name + "-light.png"), picture.png(1.5));
    Files.write(folder.resolve(name + "-dark.png"), picture.in(Palette.dark()).png(1.5));
    Files.writeString(folder.resolve(name + ".svg"), picture.svg());
  }
}
