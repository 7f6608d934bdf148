package dev.convoy.experiments.processes;

import java.io.IOException;

/** The child's side of {@link ChildProcess}: says that it is ready, and stops when its parent is gone. */
public final class Readiness {
    static final String READY = "READY ";
    static final String ERROR = "convoy: ";

    private Readiness() {}

    /** Tells the parent, with a word such as an address. */
    public static void announce(String word) {
        System.out.println(READY + word);
        System.out.flush();
    }

    /**
     * Ends this process at once when standard input ends: whoever started it is gone.
     *
     * @param last what is still to be done then
     */
    public static void stopWithParent(Runnable last) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            continue;
                        }
                    } catch (IOException e) {
                        System.err.println("standard input is broken: " + e.getMessage());
                    }
                    last.run();
                    Runtime.getRuntime().halt(0);
                },
                "stop with parent");
        watch.setDaemon(true);
        watch.start();
    }
}
