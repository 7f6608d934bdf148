/** Detectors of concept drift: they watch the errors of a stream of decisions and say when these are no longer as before. */
package dev.convoy.detection;
