/**
 * The Kafka engine: one process per actor. A transaction holds what an actor published together with how far it has
 * read, so that each message is handled exactly once, also when the process is killed and started again.
 */
package dev.convoy.runtime.kafka;
