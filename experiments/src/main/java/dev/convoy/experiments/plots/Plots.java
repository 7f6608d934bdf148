package dev.convoy.experiments.plots;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        List<Figure> figures = List.of(
                new AccuracyFigure(run),
                new SlicesFigure(run),
                new StalenessFigure(run),
                new FatesFigure(run),
                new VersionsFigure(run));
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<List<Path>>> drawn = new ArrayList<>();
            figures.forEach(figure -> drawn.add(pool.submit(() -> draw(figure, folder))));
            List<Path> written = new ArrayList<>();
            for (Future<List<Path>> files : drawn) {
                written.addAll(files.get());
            }
            return written;
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while drawing " + folder).initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("cannot draw " + folder + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    static List<Path> draw(Figure figure, Path folder) throws IOException {
        if (figure.tells()) {
            return new FigureFiles(folder).write(figure);
        }
        // What an earlier drawing of other records left.
        Files.deleteIfExists(folder.resolve(figure.name() + ".png"));
        Files.deleteIfExists(folder.resolve(figure.name() + ".svg"));
        return List.of();
    }

    /** Where a plot of a run is found. */
    public static Path svg(Path directory, String name) {
        return directory.resolve(FOLDER).resolve(name + ".svg");
    }
}
