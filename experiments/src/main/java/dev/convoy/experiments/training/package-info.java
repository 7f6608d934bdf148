/** What {@code convoy train} leaves: report, tables and the model's file. */
package dev.convoy.experiments.training;
