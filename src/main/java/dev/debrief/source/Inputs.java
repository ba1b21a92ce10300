package dev.debrief.source;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user's paths stand for. */
public final class Inputs {
  private Inputs() {}

  /**
   * The inputs behind paths: a file itself, the files of a folder and its folders in the order of
   * their names, the members of a zip archive, standard input for {@code -}. Hidden files and
   * folders are left out, and so are the cases in a folder. Compressed files are one input each.
   *
   * @param stdin read to its end, once, where a path is {@code -}
   * @throws InputProblem where a path isn't there or can't be read, is a case, or holds nothing
   */
  public static List<Input> find(List<Path> paths, InputStream stdin)
      throws InputProblem, IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path path : paths) {
      if (path.toString().equals("-")) {
        inputs.add(spooled(stdin));
      } else if (Files.isDirectory(path)) {
        if (isCase(path)) {
          throw new InputProblem(
              path.toString(), "it is a case, not dumps", "name what it was imported from");
        }
        folder(path, inputs);
      } else if (Files.isRegularFile(path)) {
        file(path, path.getFileName().toString(), inputs);
      } else if (Files.exists(path)) {
        inputs.add(spooled(path));
      } else {
        throw new InputProblem(
            path.toString(), "there is no such file or folder", "check the path");
      }
    }
    if (inputs.isEmpty()) {
      throw new InputProblem(
          paths.stream().map(Path::toString).collect(Collectors.joining(", ")),
          "there is no file in it",
          "name what was saved");
    }
    return apart(inputs);
  }

  /** Gives inputs of one name names of their own. */
  private static List<Input> apart(List<Input> inputs) {
    List<Input> apart = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Input input : inputs) {
      String name = input.name();
      for (int i = 2; !names.add(name); i++) {
        name = input.name() + " (" + i + ")";
      }
      apart.add(
          name.equals(input.name())
              ? input
              : new Input(name, input.opener(), input.size(), input.modified()));
    }
    return List.copyOf(apart);
  }

  private static void folder(Path folder, List<Input> inputs) throws InputProblem, IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !hidden(folder.relativize(file)))
              .filter(file -> !isOfACase(folder, file))
              .sorted()
              .toList();
    } catch (UncheckedIOException unreadable) {
      throw new InputProblem(
          folder.toString(), "the folder can't be read", "check its permissions", unreadable);
    }
    for (Path file : files) {
      file(file, folder.relativize(file).toString().replace('\\', '/'), inputs);
    }
  }

  /** A case that was made among the dumps is none of them. */
  private static boolean isOfACase(Path folder, Path file) {
    for (Path at = file.getParent(); at != null && !at.equals(folder); at = at.getParent()) {
      if (isCase(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCase(Path folder) {
    return Files.isDirectory(folder.resolve("originals"))
        && (Files.exists(folder.resolve("case.db"))
            || Files.isDirectory(folder.resolve("records")));
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static void file(Path file, String name, List<Input> inputs)
      throws InputProblem, IOException {
    if (!Files.isReadable(file)) {
      throw new InputProblem(file.toString(), "it can't be read", "check its permissions");
    }
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    if (Archive.is(file)) {
      inputs.addAll(Archive.members(file, name, modified));
    } else {
      inputs.add(new Input(name, () -> Files.newInputStream(file), Files.size(file), modified));
    }
  }

  /** Keeps a stream in a file of its own, so that it can be opened more than once. */
  private static Input spooled(InputStream in) throws IOException {
    Path spool = Files.createTempFile("debrief-", ".in");
    spool.toFile().deleteOnExit();
    // Standard input is the caller's, and stays open.
    Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
    return new Input("-", () -> Files.newInputStream(spool), Files.size(spool), Instant.now());
  }

  private static Input spooled(Path pipe) throws IOException, InputProblem {
    try (InputStream in = Files.newInputStream(pipe)) {
      Input held = spooled(in);
      return new Input(pipe.getFileName().toString(), held.opener(), held.size(), held.modified());
    } catch (NoSuchFileException gone) {
      throw new InputProblem(pipe.toString(), "it is gone", "check the path", gone);
    }
  }
}
