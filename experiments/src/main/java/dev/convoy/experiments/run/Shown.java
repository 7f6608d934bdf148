package dev.convoy.experiments.run;

import java.util.List;
import java.util.Locale;

/** What is shown of something that runs for a while. */
public interface Shown {
    /** Before this share is done nothing can be said of the time left. */
    double TOO_EARLY = 0.02;

    /** The share that is done, in [0, 1]. */
    double done();

    /** Wall time since it began. */
    double seconds();

    /** Whether there is something to tell for the first time. */
    boolean hasNews();

    /** How its parts are doing, a line each. */
    List<String> lines();

    /** What stands behind the bar. */
    String remark();

    /** Progress bar and what is left. */
    default String bar(int width) {
        double done = done();
        int full = (int) Math.round(done * width);
        String left = done > TOO_EARLY
                ? String.format(Locale.ROOT, "%.0f s left", seconds() * (1 - done) / done)
                : "starting";
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%   %s   %s",
                "#".repeat(full),
                "-".repeat(width - full),
                done * 100,
                left,
                remark());
    }
}
