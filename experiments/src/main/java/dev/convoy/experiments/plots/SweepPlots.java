package dev.convoy.experiments.plots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plots of a sweep: {@code plots/*.png} and {@code plots/*.svg} in its directory. */
public final class SweepPlots {
    private SweepPlots() {}

    /**
     * Draws all plots from the files in a sweep's directory; those that would show nothing are left out.
     *
     * @return the files written
     * @throws UnreadableRunException if a file is missing or malformed
     * @throws NoFontException if Java has no font to draw with
     */
    public static List<Path> draw(Path directory) throws IOException {
        FigureFiles.checkFonts();
        RecordedSweep sweep = RecordedSweep.read(directory);
        Path folder = Files.createDirectories(directory.resolve("plots"));
        List<Path> written = new ArrayList<>();
        for (Figure figure : List.of(
                new AxisFigure(sweep),
                new HeatMapFigure(sweep),
                new DifferencesFigure(sweep),
                TreatmentBoxesFigure.ofMeasures(sweep),
                TreatmentBoxesFigure.ofPace(sweep),
                new MeanCurvesFigure(sweep),
                new ParetoFigure(sweep))) {
            written.addAll(Plots.draw(figure, folder));
        }
        return written;
    }
}
