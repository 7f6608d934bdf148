package dev.convoy.runtime;

/** One writer's partition of one topic, seen from a reader. */
public record Channel(String topic, ActorId writer) implements Comparable<Channel> {
    @Override
    public int compareTo(Channel other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic != 0 ? byTopic : writer.compareTo(other.writer);
    }
}
