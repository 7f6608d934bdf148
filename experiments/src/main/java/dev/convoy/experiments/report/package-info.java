/** One page about a run, {@code report.html}, made from the files in its directory. */
package dev.convoy.experiments.report;
