package dev.convoy.experiments.run;

/** Something to do if this process is ended before this is closed, by Ctrl-C or by a signal. */
public final class OnExit implements AutoCloseable {
    private final Thread hook;

    public OnExit(Runnable task) {
        hook = new Thread(task, "on exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is at work: that is what it is for.
            return;
        }
    }
}
