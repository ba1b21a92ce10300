package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile inputs: bounded, accounted for, never a crash. */
class HostileInputTest {
  private static final String LINE = "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x\n";

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }

  /** A stream of one byte over and over, after a beginning. */
  private static Input endless(String beginning, char filling, long size) {
    byte[] head = beginning.getBytes(StandardCharsets.UTF_8);
    return new Input(
        "endless",
        () ->
            new InputStream() {
              private long given;

              @Override
              public int read() {
                return given >= size
                    ? -1
                    : given < head.length ? head[(int) given++] : next(filling);
              }

              private int next(char c) {
                given++;
                return c;
              }

              @Override
              public int read(byte[] into, int from, int length) {
                if (given >= size) {
                  return -1;
                }
                int count = (int) Math.min(length, size - given);
                for (int i = 0; i < count; i++) {
                  into[from + i] =
                      given + i < head.length ? head[(int) (given + i)] : (byte) filling;
                }
                given += count;
                return count;
              }
            },
        size,
        Reads.SAVED);
  }

  @Test
  void aLineOfManyMegabytesIsCutAndCountedOnce() throws Exception {
    Reads reads =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                Reads.of(
                    endless(LINE + LINE.strip(), 'a', Long.getLong("debrief.longline", 1L << 26)),
                    ImportOptions.NONE));
    assertEquals(2, reads.lines());
    assertEquals(2, reads.records().size());
    assertTrue(reads.records().getLast().message().length() <= LineReader.LONGEST);
    assertTrue(reads.notes(Source.Note.Kind.WARNING, "longer than"));
  }

  @Test
  void aLineOfJsonThatNeverEndsIsGivenUp() throws Exception {
    Reads reads =
        Reads.of(
            endless(LINE + "{\"message\":\"", 'a', Long.getLong("debrief.longline", 1L << 26)),
            ImportOptions.NONE);
    assertEquals(2, reads.lines());
    assertTrue(reads.addsUp());
  }

  @Test
  void binaryIsRefusedOrUnparsed() {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    Input binary = Input.of("noise", noise);
    assertThrows(InputProblem.class, () -> Reads.of(binary, ImportOptions.NONE));
    byte[] after =
        Arrays.copyOf(LINE.getBytes(StandardCharsets.UTF_8), LINE.length() + noise.length);
    System.arraycopy(noise, 0, after, LINE.length(), noise.length);
    assertTrue(Reads.bytes(after, ImportOptions.NONE).addsUp());
  }

  @Test
  void anEmptyInputIsRefusedAsEmpty() {
    InputProblem empty =
        assertThrows(
            InputProblem.class, () -> Reads.of(Input.of("e", new byte[0]), ImportOptions.NONE));
    assertEquals("it is empty", empty.what());
  }

  @Test
  void nulsInsideAMessageAreKept() {
    assertEquals("a\0b", Reads.text(LINE.replace("x\n", "a\0b\n")).record().message());
  }

  @Test
  void nestingWithoutEndDoesNotExhaustTheStack() {
    String deep =
        "{\"message\":\"m\",\"timestamp\":\"2023-09-11T10:42:41Z\",\"meta\":"
            + "[".repeat(200_000)
            + "\n";
    Reads reads = Reads.text(LINE + deep + LINE);
    assertTrue(reads.addsUp());
    assertEquals(2, reads.records().size());
    String closed = LINE + "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}\n";
    assertTrue(Reads.text(closed).addsUp());
  }

  @Test
  void whatCameOfATruncatedOrDamagedArchiveIsKept() {
    byte[] packed = gzip(LINE.repeat(5_000).getBytes(StandardCharsets.UTF_8));
    Reads cut = Reads.bytes(Arrays.copyOf(packed, packed.length - 50), ImportOptions.NONE);
    assertTrue(cut.records().size() > 100);
    assertTrue(cut.notes(Source.Note.Kind.WARNING, "ends early"));
    assertTrue(cut.addsUp());
    byte[] damaged = packed.clone();
    damaged[packed.length - 6] ^= 0x55;
    assertTrue(Reads.bytes(damaged, ImportOptions.NONE).notes(Source.Note.Kind.WARNING, "damaged"));
    byte[] twice = gzip(packed);
    assertEquals(5_000, Reads.bytes(twice, ImportOptions.NONE).records().size());
  }

  @Test
  void zstandardIsUnpacked() {
    byte[] packed =
        com.github.luben.zstd.Zstd.compress(LINE.repeat(100).getBytes(StandardCharsets.UTF_8));
    assertEquals(100, Reads.bytes(packed, ImportOptions.NONE).records().size());
    Random random = new Random(7);
    StringBuilder varied = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      varied.append(LINE.replace("x\n", Long.toHexString(random.nextLong()) + "\n"));
    }
    byte[] large =
        com.github.luben.zstd.Zstd.compress(varied.toString().getBytes(StandardCharsets.UTF_8));
    Reads cut = Reads.bytes(Arrays.copyOf(large, large.length - 4), ImportOptions.NONE);
    assertTrue(cut.records().size() > 1_000);
    assertTrue(cut.notes(Source.Note.Kind.WARNING, "compressed data"));
  }

  @Test
  void anArchiveWithNamesThatClimbIsReadWhereItIs(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("dumps.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("../../etc/evil.log", "/abs.log", "b/c.log")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(LINE.getBytes(StandardCharsets.UTF_8));
      }
    }
    List<Input> inputs = Inputs.find(List.of(zip), InputStream.nullInputStream());
    assertEquals(
        List.of("dumps.zip!/etc/evil.log", "dumps.zip!/abs.log", "dumps.zip!/b/c.log"),
        inputs.stream().map(Input::name).toList());
    for (Input input : inputs) {
      assertEquals(1, Reads.of(input, ImportOptions.NONE).records().size());
    }
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aBombIsDefused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(LINE.getBytes(StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    Reads reads = Reads.bytes(packed.toByteArray(), ImportOptions.NONE);
    assertTrue(reads.notes(Source.Note.Kind.WARNING, "unpacks to more than"));
    assertTrue(reads.addsUp());
  }

  @Test
  void timesAtTheEdgesOfTheCalendarAreTimes() {
    Reads reads =
        Reads.text(
            "9999-12-31T23:59:59Z app[48e2d97f746d98] cdg [info]x\n"
                + "0001-01-01T00:00:00Z app[48e2d97f746d98] cdg [info]y\n"
                + "1969-12-31T23:59:59Z app[48e2d97f746d98] cdg [info]z\n"
                + "2026-02-30T00:00:00Z app[48e2d97f746d98] cdg [info]no such day\n");
    assertEquals(3, reads.records().size());
    assertEquals(Instant.parse("9999-12-31T23:59:59Z"), reads.source().last());
    assertEquals(Instant.parse("0001-01-01T00:00:00Z"), reads.source().first());
    assertTrue(reads.addsUp());
  }

  @Test
  void cancellingEndsTheReading() {
    Input endless = Input.of("long", LINE.repeat(10_000).getBytes(StandardCharsets.UTF_8));
    Progress impatient = Progress.until(() -> true);
    assertThrows(
        Progress.Cancelled.class,
        () -> Dump.read(endless, ImportOptions.NONE, entry -> {}, impatient));
  }

  @Test
  void aBrokenObjectBehindAWholeOneOfAnotherFormatCountsItsLineOnce() {
    String whole =
        "{\"data\":[{\"id\":\"1\",\"type\":\"log\",\"attributes\":{\"timestamp\":"
            + "\"2023-09-11T10:42:41.5Z\",\"message\":\"hello\",\"level\":\"info\",\"instance\":"
            + "\"3d8d9930b32189\",\"region\":\"lhr\",\"meta\":{\"event\":{\"provider\":\"app\"}}}}]}";
    String broken = "{\"event\":{\"provider\":\"runner\"},\"fly\":{\"app\":{\"instance\":\"0e28";
    Reads one = Reads.text(whole + broken);
    assertTrue(one.addsUp(), one.sources()::toString);
    assertEquals(1, one.lines());
    assertEquals(1, one.records().size());
    Reads over =
        Reads.text(
            "[\n {\"_time\":\"2022-09-27T20:34:39.660Z\",\"_msg\":\"hello\",\"_stream\":\"{}\","
                + "\"fly.app.name\":\"a\"} {\n  \"id\": \"148e21ea7d3d89\",\n  \"state\": \"started\",\n"
                + "  \"region\": \"lhr\",\n  \"instance_id\": \"01KAAAAAAAAAAAAAAAAAAAAAAA\",\n  \"upd");
    assertTrue(over.addsUp(), over.sources()::toString);
    assertEquals(7, over.lines());
    for (Source source : over.sources()) {
      assertTrue(source.continuations() >= 0, source::toString);
    }
  }

  /**
   * Four hundred lines were looked ahead, each time read anew with all before them, for each line:
   * two million for one line of a file that took hours.
   */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void jsonOfNoKnownFormatIsNotReadOverAndOver() {
    String foreign =
        "{\"when\":1,\"body\":{\"a\":[1,{\"b\":2}]},\"rest\":\"" + "x".repeat(60) + "\"}\n";
    Source told = Reads.text(LINE + foreign.repeat(20_000)).sources().getFirst();
    assertEquals(20_001, told.lines());
    assertEquals(1, told.records());
  }

  /** All of the row was gone through for each of its lines: minutes for a megabyte. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aCellThatNeverEndsIsGoneThroughOnce() {
    Reads reads =
        Reads.text("Date,Line\n\"2025-06-27T14:22:42.661Z\",\"" + "a\n".repeat(1_000_000));
    assertEquals(1_000_001, reads.lines());
    assertTrue(reads.addsUp());
  }

  @Test
  void manyEmptyLinesInAnObjectThatNeverEndsAreCounted() {
    Reads reads = Reads.text(LINE + "{\n" + "\n".repeat(1_500_000) + LINE);
    assertEquals(1_500_003, reads.lines());
    assertEquals(2, reads.records().size());
    assertTrue(reads.addsUp(), reads.sources()::toString);
  }

  /** The memory outside Java's that it takes to unpack was kept to some later collection. */
  @Test
  void whatUnpacksAnInputIsLetGoOfWithIt() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream packed =
        new ByteArrayInputStream(gzip(LINE.getBytes(StandardCharsets.UTF_8))) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    Decoded.open(packed).close();
    assertTrue(closed.get());
  }
}
