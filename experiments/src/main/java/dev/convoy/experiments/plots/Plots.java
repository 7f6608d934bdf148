package dev.convoy.experiments.plots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plots of a run: {@code plots/*.png} and {@code plots/*.svg} in its directory. */
public final class Plots {
    private static final String FOLDER = "plots";

    private Plots() {}

    /**
     * Draws all plots anew from the files in a run's directory. A plot that would show nothing is left out, as that of
     * staleness where no updates were exchanged.
     *
     * @return the files written
     * @throws UnreadableRunException if a file is missing, empty or malformed
     * @throws NoFontException if Java has no font to draw with
     * @throws IOException if a plot cannot be written
     */
    public static List<Path> draw(Path directory) throws IOException {
        FigureFiles.checkFonts();
        RecordedRun run = RecordedRun.read(directory);
        Path folder = Files.createDirectories(directory.resolve(FOLDER));
        FigureFiles files = new FigureFiles(folder);
        List<Path> written = new ArrayList<>();
        for (Figure figure : List.of(
                new AccuracyFigure(run), new StalenessFigure(run), new FatesFigure(run), new VersionsFigure(run))) {
            if (figure.tells()) {
                written.addAll(files.write(figure));
            } else { // what an earlier drawing of other records left
                Files.deleteIfExists(folder.resolve(figure.name() + ".png"));
                Files.deleteIfExists(folder.resolve(figure.name() + ".svg"));
            }
        }
        return written;
    }

    /** Where a plot of a run is found. */
    public static Path svg(Path directory, String name) {
        return directory.resolve(FOLDER).resolve(name + ".svg");
    }
}
