/** The commands: what a user types, and what is answered. */
package dev.convoy.experiments.cli;
