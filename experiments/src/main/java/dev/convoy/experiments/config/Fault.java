package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Key;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;

/** Something that goes wrong with a node for some time, on schedule. */
public sealed interface Fault {
    /** Run time at which it begins. */
    Duration at();

    Duration lasting();

    NodeId node();

    /** What it is, in one word. */
    String word();

    default Duration end() {
        return at().plus(lasting());
    }

    /** The node does nothing and keeps its last state; telemetry meanwhile is unserved. */
    record Down(Duration at, @Key("for") Duration lasting, NodeId node) implements Fault {
        public Down {
            if (at.isNegative()) {
                throw new IllegalArgumentException("at must not be negative: " + at);
            }
            if (lasting.isNegative() || lasting.isZero()) {
                throw new IllegalArgumentException("for must be longer than 0: " + lasting);
            }
        }

        @Override
        public String word() {
            return "down";
        }
    }
}
