package dev.convoy.experiments.wiring;

import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Rejection;
import dev.convoy.runtime.UndecodableException;
import dev.convoy.wire.MalformedException;
import dev.convoy.wire.Wire;
import java.util.OptionalLong;
import java.util.function.Function;

/** A wire form of the models module as a codec of the runtime, which knows no learning. */
final class WireCodec<M> implements Codec<M> {
    private final Wire<M> wire;
    private final int maximumBytes;
    private final Function<M, OptionalLong> time;

    WireCodec(Wire<M> wire, int maximumBytes, Function<M, OptionalLong> time) {
        this.wire = wire;
        this.maximumBytes = maximumBytes;
        this.time = time;
    }

    @Override
    public byte[] encode(M message) {
        return wire.encode(message);
    }

    @Override
    public M decode(byte[] bytes) throws UndecodableException {
        try {
            return wire.decode(bytes);
        } catch (MalformedException e) {
            throw new UndecodableException(Rejection.valueOf(e.reason().name()), e.getMessage());
        }
    }

    @Override
    public int maximumBytes() {
        return maximumBytes;
    }

    @Override
    public OptionalLong timeOf(M message) {
        return time.apply(message);
    }
}
