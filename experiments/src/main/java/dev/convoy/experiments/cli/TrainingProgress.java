package dev.convoy.experiments.cli;

import dev.convoy.training.Progress;
import java.io.PrintStream;

/** Shows how far a training is: a bar for each stage, drawn in place, on a terminal; elsewhere four lines a stage. */
final class TrainingProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 40;
    private static final int LINES = 4;
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private String current = "";

    TrainingProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void step(String stage, int done, int all) {
        if (terminal) {
            if (!stage.equals(current)) {
                close();
                current = stage;
            }
            int full = (int) ((long) WIDTH * done / all);
            out.printf("%s%-20s [%s%s] %d of %d", CLEAR, stage, "#".repeat(full), ".".repeat(WIDTH - full), done, all);
            out.flush();
        } else if ((long) done * LINES / all > (long) (done - 1) * LINES / all) {
            out.printf("%-20s %4d of %d%n", stage, done, all);
        }
    }

    /** Leaves the bar as it is and goes to the next line. */
    @Override
    public void close() {
        if (!current.isEmpty()) {
            out.println();
        }
        current = "";
    }
}
