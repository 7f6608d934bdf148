package dev.convoy.fleet;

/** What a vehicle is busy with. */
enum Activity {
    DRIVING,
    CHARGING,
    /** Stranded, waiting for the tow truck and on it. */
    TOWED,
    RESTING
}
