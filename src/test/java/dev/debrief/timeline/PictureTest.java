package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.Signature;
import dev.debrief.model.TimeRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
  @Test
  void aPictureOfThousandsOfMachinesIsDrawnSmaller() {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lanes.add(new Lane("machine:" + i, LaneKind.MACHINE, "m" + i, "", List.of(), ""));
    }
    TimeRange day = new TimeRange(Samples.START, Samples.START.plusSeconds(86_400));
    Timeline many = new Timeline("", day, day, lanes, List.of(), Density.NONE);
    BufferedImage image = Picture.of(many).image(2);
    assertTrue((long) image.getWidth() * image.getHeight() <= (1 << 26) + image.getHeight());
    assertTrue(image.getHeight() > 40 * image.getWidth());
  }

  @Test
  void theSameTimelineGivesTheSameBytes() {
    assertEquals(Picture.of(Samples.outage()).svg(), Picture.of(Samples.outage()).svg());
    assertArrayEquals(Picture.of(Samples.healthy()).png(1), Picture.of(Samples.healthy()).png(1));
  }

  @Test
  void noTextIsCutOffAtAnEdge() throws Exception {
    Document svg = parsed(Picture.of(Samples.outage()).svg());
    NodeList texts = svg.getElementsByTagName("text");
    assertTrue(texts.getLength() > 60);
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      double x = Double.parseDouble(text.getAttribute("x"));
      double size = Double.parseDouble(text.getAttribute("font-size"));
      double end = x + text.getTextContent().length() * size * 0.45;
      assertTrue(x >= 0 && end < Picture.WIDTH, text::getTextContent);
    }
  }

  @Test
  void axisLabelsNeverOverlap() throws Exception {
    for (double width : new double[] {400, 700, 1280, 2400}) {
      Timeline timeline = Samples.outage();
      Picture picture =
          new Picture(
              timeline,
              timeline.focus(),
              width,
              Palette.light(),
              ZoneOffset.UTC,
              UnaryOperator.identity());
      NodeList texts = parsed(picture.svg()).getElementsByTagName("text");
      double free = 0;
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        if (text.getTextContent().matches("\\d\\d:\\d\\d|Feb \\d+")) {
          double x = Double.parseDouble(text.getAttribute("x"));
          assertTrue(x > free, text.getTextContent() + " at " + width);
          free = x + Typeface.width(text.getTextContent(), Pen.Face.SMALL);
        }
      }
    }
  }

  @Test
  void aSecretIsHiddenBeforeItIsCutShort() throws Exception {
    String secret = "postgres://app:hunter2@db.internal:5432/app";
    Annotation note = new Annotation(1, Annotation.Kind.NOTE, Samples.BROKEN, null, secret, null);
    Timeline timeline =
        Timelines.of(secret, Conclusions.NONE, List.of(), List.of(note), Density.NONE);
    String told = Picture.of(timeline).saying(text -> text.replace("hunter2", "hidden")).svg();
    assertTrue(
        Picture.of(timeline).svg().contains("hunter"), "the text isn't in the picture at all");
    assertTrue(!told.contains("hunter") && told.contains("hidden"), told);
  }

  @Property(tries = 25)
  void hostileTextStaysText(@ForAll String hostile) throws Exception {
    String text = "</text><script>alert(1)</script>" + hostile;
    Annotation note = new Annotation(1, Annotation.Kind.NOTE, Samples.BROKEN, null, text, null);
    Signature signature =
        new Signature(
            "S",
            text,
            "",
            Level.ERROR,
            3,
            0,
            Samples.BROKEN,
            Samples.MENDED,
            List.of(),
            new Evidence("x", 1));
    Conclusions conclusions =
        new Conclusions(List.of(), List.of(), List.of(), List.of(signature), List.of(), List.of());
    Timeline timeline =
        Timelines.of(
            hostile,
            conclusions,
            List.of(Samples.source(text, "fly-text", Samples.START, Samples.END)),
            List.of(note),
            Density.NONE);
    Document svg = parsed(Picture.of(timeline).svg());
    assertEquals(0, svg.getElementsByTagName("script").getLength());
  }

  @Test
  void bothThemesAreDrawnAtTheScaleAskedFor() {
    BufferedImage light = Picture.of(Samples.healthy()).image(2);
    BufferedImage dark = Picture.of(Samples.healthy()).in(Palette.dark()).image(2);
    assertEquals(2 * (int) Picture.WIDTH, light.getWidth());
    assertEquals(0xFFFFFFFF, light.getRGB(1, 1));
    assertEquals(Palette.dark().of(Ink.SURFACE), dark.getRGB(1, 1));
  }

  @Test
  void theLegendShowsOnlyWhatIsThere() {
    String healthy = Picture.of(Samples.healthy()).svg();
    assertTrue(healthy.contains(">asleep<"));
    assertFalse(healthy.contains("restart burst"));
    assertTrue(Picture.of(Samples.outage()).svg().contains("restart burst"));
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
