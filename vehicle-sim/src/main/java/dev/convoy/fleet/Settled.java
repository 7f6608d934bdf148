package dev.convoy.fleet;

import dev.convoy.telemetry.Outcome;
import java.util.BitSet;

/** The outcome of a leg with the zones whose nodes must hear it. */
record Settled(Outcome outcome, BitSet zones) {}
