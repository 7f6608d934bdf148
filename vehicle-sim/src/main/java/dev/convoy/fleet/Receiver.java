package dev.convoy.fleet;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;

/** The node of one zone and the topic that vehicles in it speak on. */
public record Receiver(ActorId node, Topic<FleetMessage> telemetry) {}
