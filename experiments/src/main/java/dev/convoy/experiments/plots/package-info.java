/**
 * Draws a run from the files in its directory: accuracy, staleness, fates of updates, versions in use. The only package
 * that sees JFreeChart and Batik.
 */
package dev.convoy.experiments.plots;
