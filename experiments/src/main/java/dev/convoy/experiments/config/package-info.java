/** The experiment file: its records, how it is read with all its mistakes, written out in full, and explained. */
package dev.convoy.experiments.config;
