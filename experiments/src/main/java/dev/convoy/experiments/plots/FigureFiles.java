package dev.convoy.experiments.plots;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a figure as PNG and SVG; the same figure gives the same bytes. */
final class FigureFiles {
    /** Pixels of the PNG for each unit of the figure. */
    private static final int SCALE = 2;

    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Path folder;

    FigureFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws NoFontException if Java cannot measure text, as on a machine without fontconfig */
    static void checkFonts() {
        System.setProperty("java.awt.headless", "true"); // a display that is named but gone must not matter
        try {
            Graphics2D probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            probe.getFontMetrics(Ink.NORMAL).stringWidth("0");
            probe.dispose();
        } catch (InternalError | LinkageError | RuntimeException e) { // JDK 17 throws any of them
            throw new NoFontException(e);
        }
    }

    List<Path> write(Figure figure) throws IOException {
        return List.of(writePng(figure), writeSvg(figure));
    }

    private Path writePng(Figure figure) throws IOException {
        BufferedImage image =
                new BufferedImage(Figure.WIDTH * SCALE, figure.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        paint(figure, graphics);
        graphics.dispose();
        Path file = folder.resolve(figure.name() + ".png");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        }
        return file;
    }

    private Path writeSvg(Figure figure) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(2);
        context.setComment("Convoy");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(Figure.WIDTH, figure.height()));
        paint(figure, graphics);
        Element root = graphics.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + Figure.WIDTH + " " + figure.height());
        root.setAttributeNS(null, "role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(figure.description());
        root.insertBefore(title, root.getFirstChild());
        Path file = folder.resolve(figure.name() + ".svg");
        try (Writer out =
                new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            graphics.stream(root, out, false, false);
        }
        return file;
    }

    private static void paint(Figure figure, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setFont(new Font(Ink.FAMILY, Font.PLAIN, 12));
        graphics.setPaint(Color.WHITE);
        graphics.fillRect(0, 0, Figure.WIDTH, figure.height());
        figure.paint(graphics);
    }
}
