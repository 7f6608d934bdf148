package dev.convoy.learning.tribuo;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Tribuo's trainers log every step; only warnings are of interest. */
final class Quiet {
    /** Held, because a logger that nobody holds is forgotten together with its level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private Quiet() {}

    static void please() {
        TRIBUO.setLevel(Level.WARNING);
    }
}
