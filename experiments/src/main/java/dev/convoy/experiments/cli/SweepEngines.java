package dev.convoy.experiments.cli;

import dev.convoy.experiments.processes.JavaCommand;
import dev.convoy.experiments.run.Engine;
import dev.convoy.experiments.run.LocalRun;
import dev.convoy.experiments.run.ProcessRun;
import dev.convoy.experiments.sweep.SweepEngine;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The engines that a sweep can have. */
enum SweepEngines implements SweepEngine {
    LOCAL {
        @Override
        public Engine engine(Path directory) {
            return new LocalRun(1);
        }
    },
    /** Each run with processes and a broker of its own, one after the other. */
    KAFKA {
        @Override
        public Engine engine(Path directory) {
            ProcessRun.Cluster cluster = new ProcessRun.Cluster(Optional.empty(), Optional.empty(), 0, false, false);
            return new ProcessRun(
                    cluster,
                    "sweep-" + RunCommand.nonce(),
                    directory.toAbsolutePath(),
                    new JavaCommand(Main.class.getName(), RunCommand.CHILD_HEAP_MEGABYTES),
                    Double.POSITIVE_INFINITY);
        }
    };

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isTimed() {
        return this == KAFKA;
    }
}
