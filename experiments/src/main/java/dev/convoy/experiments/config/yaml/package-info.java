/** YAML as a tree in which every value knows where it was written; reading, overlaying and writing it. */
package dev.convoy.experiments.config.yaml;
