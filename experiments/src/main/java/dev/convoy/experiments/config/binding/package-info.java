/** Binds YAML to checked records by their shape: reads, writes and describes any record by its components. */
package dev.convoy.experiments.config.binding;
