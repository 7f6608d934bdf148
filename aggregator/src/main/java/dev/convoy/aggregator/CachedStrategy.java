package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import java.util.Optional;

/** A strategy in which the nodes that are not in the buffer count too, by the progress they sent last. */
public sealed interface CachedStrategy extends Strategy permits Ace, Ca2fl, FedStale {
    @Override
    default Optional<ModelUpdate.Content> content() {
        return Optional.of(ModelUpdate.Content.DELTA);
    }

    @Override
    default boolean caches() {
        return true;
    }
}
