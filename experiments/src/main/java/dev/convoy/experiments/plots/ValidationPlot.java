package dev.convoy.experiments.plots;

import dev.convoy.validation.WorldValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The picture of the world's validation. */
public final class ValidationPlot {
    private ValidationPlot() {}

    /**
     * Draws it as {@code world-validation.png} and {@code .svg} in a folder, which is made if need be.
     *
     * @throws NoFontException if Java has no font to draw with
     */
    public static List<Path> draw(WorldValidation validation, Path folder) throws IOException {
        FigureFiles.checkFonts();
        return new FigureFiles(Files.createDirectories(folder)).write(new ValidationFigure(validation));
    }
}
