/** The processes of a run: how they are started, watched, started again, and never left behind. */
package dev.convoy.experiments.processes;
