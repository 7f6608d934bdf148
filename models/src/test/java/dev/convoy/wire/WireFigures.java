package dev.convoy.wire;

import dev.convoy.learning.ParameterForm;
import dev.convoy.telemetry.VehicleField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Prints what encoding and decoding a message takes at best, and how many bytes it has. */
public final class WireFigures {
    private static final int MESSAGES = 200;
    private static final int REPETITIONS = 3_000;

    private WireFigures() {}

    public static void main(String[] arguments) throws MalformedException {
        for (int round = 0; round < 2; round++) {
            measure("telemetry", new FleetMessageJson(VehicleField.workload()), s -> new Drawn(s).telemetry());
            measure("prediction", new PredictionMessageJson(), s -> new Drawn(s).prediction());
            measure("metric", new MetricJson(), s -> new Drawn(s).metric());
            measure("upload", new UploadProtobuf(ParameterForm.ofSize(Drawn.PARAMETERS)), s -> new Drawn(s).upload());
            measure(
                    "global model",
                    new GlobalModelProtobuf(ParameterForm.ofSize(Drawn.PARAMETERS)),
                    s -> new Drawn(s).globalModel());
        }
    }

    private static <M> void measure(String what, Wire<M> wire, LongFunction<M> drawn) throws MalformedException {
        List<M> messages = new ArrayList<>();
        List<byte[]> encoded = new ArrayList<>();
        long bytes = 0;
        for (long seed = 0; seed < MESSAGES; seed++) {
            messages.add(drawn.apply(seed));
            encoded.add(wire.encode(messages.get(messages.size() - 1)));
            bytes += encoded.get(encoded.size() - 1).length;
        }
        long encoding = Long.MAX_VALUE;
        long decoding = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            for (M message : messages) {
                wire.encode(message);
            }
            long middle = System.nanoTime();
            for (byte[] message : encoded) {
                wire.decode(message);
            }
            encoding = Math.min(encoding, middle - start);
            decoding = Math.min(decoding, System.nanoTime() - middle);
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %4d bytes, encode %5.2f us, decode %5.2f us%n",
                what,
                bytes / MESSAGES,
                encoding / 1e3 / MESSAGES,
                decoding / 1e3 / MESSAGES);
    }
}
