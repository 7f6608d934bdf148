/**
 * Actors and run time: single-threaded state machines whose messages carry their send and arrival time, and the rules
 * by which they are handled in the same order whatever the scheduling.
 */
package dev.convoy.runtime;
