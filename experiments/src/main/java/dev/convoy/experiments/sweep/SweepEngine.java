package dev.convoy.experiments.sweep;

import dev.convoy.experiments.run.Engine;
import java.nio.file.Path;

/** Which engine the runs of a sweep have. */
public interface SweepEngine {
    /** The word for tables and the manifest. */
    String word();

    /** Whether the wall time of its runs says something: of runs that have the machine to themselves. */
    boolean isTimed();

    /** @param directory for what this run leaves behind, such as logs; it need not exist */
    Engine engine(Path directory);
}
