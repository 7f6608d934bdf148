package dev.convoy.experiments.plots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plots of a training: {@code plots/*.png} and {@code plots/*.svg} in its directory. */
public final class TrainingPlots {
    private TrainingPlots() {}

    /**
     * Draws all plots from the tables in a training's directory.
     *
     * @return the files written
     * @throws UnreadableRunException if a table is missing or malformed
     * @throws NoFontException if Java has no font to draw with
     */
    public static List<Path> draw(Path directory) throws IOException {
        FigureFiles.checkFonts();
        FigureFiles files = new FigureFiles(Files.createDirectories(directory.resolve("plots")));
        List<Path> written = new ArrayList<>();
        written.addAll(files.write(new ImportanceFigure(
                Table.read(directory.resolve("features.csv"), "feature", "chosen", "importance"))));
        written.addAll(files.write(new LearningCurveFigure(Table.read(
                directory.resolve("learning-curve.csv"), "epoch", "training_loss", "validation_loss", "kept"))));
        return written;
    }
}
