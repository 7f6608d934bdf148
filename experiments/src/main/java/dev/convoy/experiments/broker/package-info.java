/** The embedded broker: a Kafka of one node on the loopback interface, for whoever has none. */
package dev.convoy.experiments.broker;
