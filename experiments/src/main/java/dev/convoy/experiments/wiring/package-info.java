/** How an experiment becomes a system: its topics, links and actors, the same for every engine. */
package dev.convoy.experiments.wiring;
