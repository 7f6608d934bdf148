/** One run from its configuration to its results: the engine, what is shown meanwhile, and what is kept. */
package dev.convoy.experiments.run;
