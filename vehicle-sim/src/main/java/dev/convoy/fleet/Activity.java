package dev.convoy.fleet;

/** What a vehicle is busy with. */
enum Activity {
    DRIVING,
    /** At a station all of whose chargers are taken. */
    WAITING,
    CHARGING,
    /** Stranded, waiting for the tow truck and on it. */
    TOWED,
    RESTING
}
