package dev.convoy.runtime.local;

import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Channel;
import dev.convoy.runtime.Envelope;

/** What another actor puts into a cell's mailbox. */
sealed interface Mail {
    void into(ActorCell cell);

    /** Whether a successor that continues from a snapshot at this instant must get it again. */
    boolean neededFrom(ActorId receiver, long clock);

    /** A message on its way. */
    record Message(Envelope<?> envelope) implements Mail {
        @Override
        public void into(ActorCell cell) {
            cell.accept(envelope);
        }

        @Override
        public boolean neededFrom(ActorId receiver, long clock) {
            return envelope.deliveryTo(receiver)
                    .filter(d -> d.arrivesAt() >= clock)
                    .isPresent();
        }
    }

    /** A promise of the channel's writer. */
    record Promise(Channel channel, long sendsFrom) implements Mail {
        @Override
        public void into(ActorCell cell) {
            cell.promise(channel, sendsFrom);
        }

        @Override
        public boolean neededFrom(ActorId receiver, long clock) {
            return false;
        }
    }
}
