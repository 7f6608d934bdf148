package dev.convoy.detection;

/** A way to detect drift, with its settings. */
public sealed interface DetectorKind permits Ddm, PageHinkley, Adwin {
    /** Its name in files and records. */
    String word();

    /** A detector that has seen nothing yet. */
    Detector create();
}
