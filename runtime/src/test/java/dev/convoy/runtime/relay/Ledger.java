package dev.convoy.runtime.relay;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Channel;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what was published, by channel: equal runs have equal text. */
public final class Ledger implements Recorder {
    private final SortedMap<Channel, StringBuilder> channels = new TreeMap<>();
    private final SortedMap<Channel, Long> sequences = new TreeMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    @Override
    public synchronized void record(Envelope<?> e) {
        Channel channel = new Channel(e.topic().name(), e.writer());
        long expected = sequences.merge(channel, 1L, Long::sum);
        if (e.sequence() != expected) {
            throw new IllegalStateException(channel + " has " + e.sequence() + " where " + expected + " was expected");
        }
        channels.computeIfAbsent(channel, c -> new StringBuilder())
                .append(e.key() + " " + e.sentAt() + " " + e.deliveries() + " " + e.message() + "\n");
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {}

    @Override
    public synchronized void deadLetter(DeadLetter letter) {
        deadLetters.add(letter);
    }

    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        channels.forEach((channel, lines) -> text.append(channel).append('\n').append(lines));
        return text.toString();
    }

    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }
}
