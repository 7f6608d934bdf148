/** How predictions are scored: prequential scores over sliding windows, each example predicted before it is learned. */
package dev.convoy.evaluation;
