import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon: three lanes of a timeline, an outage in the middle one, and the instant
 * at which it began. {@code java Icon.java FOLDER} writes it in every size and container that the
 * three systems ask for.
 */
class Icon {
  private static final Color NIGHT = new Color(0x14213d);
  private static final Color CALM = new Color(0x3f9b7d);
  private static final Color OUTAGE = new Color(0xd6402c);
  private static final Color FAINT = new Color(0x8fa3c4);
  private static final Color INSTANT = new Color(0xffffff);

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<Integer, byte[]> drawn = new LinkedHashMap<>();
    for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
      drawn.put(size, png(size));
      Files.write(folder.resolve("debrief-" + size + ".png"), drawn.get(size));
    }
    if (args.length > 1) {
      Path containers = Files.createDirectories(Path.of(args[1]));
      Files.write(containers.resolve("debrief.ico"), ico(drawn));
      Files.write(containers.resolve("debrief.icns"), icns(drawn));
    }
  }

  /** On a grid of 64. */
  private static byte[] png(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / 64.0, size / 64.0);
    bar(g, NIGHT, 3, 3, 58, 58, 13);
    bar(g, FAINT, 11, 15, 17, 8, 4);
    bar(g, FAINT, 33, 15, 20, 8, 4);
    bar(g, CALM, 11, 28, 12, 8, 4);
    bar(g, OUTAGE, 24, 28, 19, 8, 4);
    bar(g, CALM, 44, 28, 9, 8, 4);
    bar(g, FAINT, 11, 41, 25, 8, 4);
    bar(g, FAINT, 44, 41, 9, 8, 4);
    g.setColor(INSTANT);
    g.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(23.7, 10.5, 23.7, 53.5));
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static void bar(
      Graphics2D g, Color colour, double x, double y, double w, double h, double radius) {
    g.setColor(colour);
    g.fill(new RoundRectangle2D.Double(x, y, w, h, radius * 2, radius * 2));
  }

  /** Windows: a directory of PNGs, little-endian. */
  private static byte[] ico(Map<Integer, byte[]> drawn) throws IOException {
    int[] sizes = {16, 32, 48, 256};
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size : sizes) {
      byte[] png = drawn.get(size);
      head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
      head.putShort((short) 1).putShort((short) 32);
      head.putInt(png.length).putInt(head.capacity() + body.size());
      body.write(png);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.array());
    body.writeTo(out);
    return out.toByteArray();
  }

  /** macOS: typed chunks of PNGs, big-endian. */
  private static byte[] icns(Map<Integer, byte[]> drawn) throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    types.put("ic07", 128);
    types.put("ic08", 256);
    types.put("ic09", 512);
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunks);
    for (Map.Entry<String, Integer> type : types.entrySet()) {
      byte[] png = drawn.get(type.getValue());
      data.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
      data.writeInt(8 + png.length);
      data.write(png);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(out);
    whole.write("icns".getBytes(StandardCharsets.US_ASCII));
    whole.writeInt(8 + chunks.size());
    chunks.writeTo(whole);
    return out.toByteArray();
  }
}
