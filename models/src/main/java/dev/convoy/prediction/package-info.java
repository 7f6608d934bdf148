/** Predictions and what became of them: the record from which every score can be recomputed. */
package dev.convoy.prediction;
