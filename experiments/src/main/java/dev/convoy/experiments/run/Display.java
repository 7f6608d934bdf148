package dev.convoy.experiments.run;

import java.io.PrintStream;
import java.util.List;

/**
 * Shows what runs while it runs: on a terminal its lines and a bar, drawn anew in place; elsewhere plain lines, one set
 * when there is something to tell at first and one for each twelfth of the whole.
 */
public final class Display implements AutoCloseable {
    private static final int BAR_WIDTH = 40;
    private static final int PLAIN_STEPS = 12;
    private static final long REDRAW_MS = 250;

    private final Shown status;
    private final PrintStream out;
    private final boolean terminal;
    private final Thread thread;
    private int drawn;
    private int steps;
    private boolean told;
    private volatile boolean open = true;

    public Display(Shown status, PrintStream out, boolean terminal) {
        this.status = status;
        this.out = out;
        this.terminal = terminal;
        this.thread = new Thread(this::keepDrawing, "display");
        thread.setDaemon(true);
        thread.start();
    }

    private void keepDrawing() {
        try {
            while (open) {
                draw();
                Thread.sleep(REDRAW_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        if (terminal) {
            redraw();
        } else if (status.done() * PLAIN_STEPS >= steps + 1 || (!told && status.hasNews())) {
            steps = (int) (status.done() * PLAIN_STEPS);
            told = status.hasNews();
            status.lines().forEach(out::println);
            out.printf("%3.0f %% done after %.1f s%n", status.done() * 100, status.seconds());
            out.flush();
        }
    }

    private void redraw() {
        List<String> lines = status.lines();
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        for (String line : lines) {
            text.append("\u001b[2K").append(line).append('\n');
        }
        text.append("\u001b[2K").append(status.bar(BAR_WIDTH)).append('\n');
        drawn = lines.size() + 1;
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        draw();
    }
}
