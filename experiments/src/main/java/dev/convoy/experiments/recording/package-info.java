/** What a simulated fleet says, written as tables: for training elsewhere and for replay. */
package dev.convoy.experiments.recording;
