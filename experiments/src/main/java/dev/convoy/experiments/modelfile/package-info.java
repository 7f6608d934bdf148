/** Models in files: the bare parameters, and beside them an index that says what they are. */
package dev.convoy.experiments.modelfile;
