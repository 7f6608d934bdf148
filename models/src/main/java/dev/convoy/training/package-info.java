/** Training on recorded files: reading, cleaning, grouped splits, choice of features and settings, scores. */
package dev.convoy.training;
