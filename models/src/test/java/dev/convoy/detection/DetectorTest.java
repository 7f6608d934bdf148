package dev.convoy.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DetectorTest {
    private static final List<DetectorKind> KINDS =
            List.of(Ddm.standard(), new PageHinkley(30, 0.005, 15, 0.9999), Adwin.standard());

    @Test
    void aConstantStreamHasNoDrift() {
        for (DetectorKind kind : KINDS) {
            for (double error : new double[] {0, 0.25, 1}) {
                assertEquals(List.of(), drifts(kind.create(), 5000, i -> error), kind + ", " + error);
            }
        }
    }

    @Test
    void aRiseOfTheErrorsIsFoundSoonAfterwards() {
        for (DetectorKind kind : KINDS) {
            for (int seed = 0; seed < 50; seed++) {
                RandomGenerator random = new SplittableRandom(seed);
                List<Integer> drifts =
                        drifts(kind.create(), 1100, i -> i < 1000 ? i % 20 / 19 : random.nextDouble() < 0.6 ? 1 : 0);
                assertTrue(drifts.size() > 0 && drifts.get(0) >= 1000, kind + ", seed " + seed + ": " + drifts);
            }
        }
    }

    @Test
    void onlyAdwinFindsAFallOfTheErrors() {
        for (DetectorKind kind : KINDS) {
            RandomGenerator random = new SplittableRandom(3);
            List<Integer> drifts =
                    drifts(kind.create(), 1400, i -> random.nextDouble() < (i < 1000 ? 0.6 : 0.05) ? 1 : 0);
            assertEquals(kind instanceof Adwin, drifts.stream().anyMatch(i -> i >= 1000), kind + ": " + drifts);
        }
    }

    @Test
    void afterADriftDdmAndPageHinkleyAreAsNew() throws IOException {
        for (DetectorKind kind : KINDS.subList(0, 2)) {
            Detector detector = kind.create();
            int errors = 0;
            for (Signal signal = Signal.NONE; signal != Signal.DRIFT; errors++) {
                signal = detector.update(errors < 100 ? errors % 10 == 0 ? 1 : 0 : 1);
            }
            assertTrue(errors > 100, kind.toString());
            assertArrayEquals(bytes(kind.create()), bytes(detector), kind.toString());
        }
    }

    @Test
    void ddmWarnsBeforeItIsSureAndNeverDuringTheWarmUp() {
        Detector detector = Ddm.standard().create();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            signals.add(detector.update(i < 20 || i >= 100 || i % 10 == 0 ? 1 : 0));
        }

        assertEquals(-1, signals.subList(0, 100).indexOf(Signal.DRIFT));
        assertEquals(-1, signals.subList(0, 30).indexOf(Signal.WARNING));
        int warning = signals.subList(100, 130).indexOf(Signal.WARNING);
        assertTrue(warning >= 0 && warning < signals.subList(100, 130).indexOf(Signal.DRIFT), signals.toString());
    }

    @Test
    void pageHinkleySumsWhatLiesAboveTheMean() {
        double[] errors = {0, 1, 0, 1, 1};
        // the means are 0, 1/2, 1/3, 1/2, 3/5: half of the last sum, plus the error, minus the mean and the tolerance
        double[] sums = {0, 0.4, 0, 0.4, 0.5};
        for (int last = 1; last < errors.length; last++) {
            double below = sums[last] - 1e-9;
            assertEquals(sums[last] > 0 ? Signal.DRIFT : Signal.NONE, after(errors, last, Math.max(1e-9, below)));
            assertEquals(Signal.NONE, after(errors, last, sums[last] + 1e-9));
        }
    }

    /** What is said at this error, where nothing was to be said before. */
    private static Signal after(double[] errors, int last, double threshold) {
        Detector detector = new PageHinkley(last + 1, 0.1, threshold, 0.5).create();
        for (int i = 0; i < last; i++) {
            assertEquals(Signal.NONE, detector.update(errors[i]));
        }
        return detector.update(errors[last]);
    }

    @Test
    void theWindowIsThatOfTheLastValues() {
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            AdaptiveWindow window = new AdaptiveWindow(new Adwin(0.01, 1 + seed, 2 + seed % 5, 1 + seed % 7, seed));
            List<Double> all = new ArrayList<>();
            boolean shrunk = false;
            for (int i = 0; i < 600; i++) {
                all.add(random.nextDouble() + (i / 200) % 2);
                long before = window.width();
                boolean drift = window.update(all.get(i)) == Signal.DRIFT;
                shrunk |= drift;
                assertEquals(drift, window.width() <= before, "seed " + seed + ", value " + i);
                List<Double> last = all.subList(all.size() - (int) window.width(), all.size());
                double mean = last.stream().mapToDouble(v -> v).average().orElseThrow();
                double variance = last.stream()
                        .mapToDouble(v -> (v - mean) * (v - mean))
                        .average()
                        .orElseThrow();
                assertEquals(mean, window.mean(), 1e-10, "seed " + seed + ", value " + i);
                assertEquals(variance, window.variance(), 1e-10, "seed " + seed + ", value " + i);
            }
            assertTrue(shrunk, "seed " + seed);
        }
    }

    @Test
    void aRestoredDetectorContinuesBitForBit() throws IOException {
        for (DetectorKind kind : KINDS) {
            for (int seed = 0; seed < 20; seed++) {
                RandomGenerator random = new SplittableRandom(seed);
                Detector undisturbed = kind.create();
                Detector restored = kind.create();
                for (int i = 0; i < 1500; i++) {
                    double error = random.nextDouble() < (i < 700 ? 0.1 : 0.5) ? 1 : 0;
                    if (random.nextInt(20) == 0) {
                        byte[] before = bytes(restored);
                        Detector other = kind.create();
                        other.update(1);
                        DataInputStream in = new DataInputStream(new ByteArrayInputStream(before));
                        other.readFrom(in);
                        assertEquals(0, in.available());
                        restored = other;
                    }
                    assertEquals(undisturbed.update(error), restored.update(error), kind + ", seed " + seed + ", " + i);
                    assertArrayEquals(bytes(undisturbed), bytes(restored), kind + ", seed " + seed + ", " + i);
                }
            }
        }
    }

    @Test
    void whatIsNoErrorIsRefused() {
        for (DetectorKind kind : KINDS) {
            for (double error : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                assertThrows(IllegalArgumentException.class, () -> kind.create().update(error), kind + ", " + error);
            }
        }
        assertThrows(
                IllegalArgumentException.class, () -> Ddm.standard().create().update(1.5));
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirName() {
        assertRefused("warm-up", () -> new Ddm(0, 2, 3));
        assertRefused("warning", () -> new Ddm(30, Double.NaN, 3));
        assertRefused("drift", () -> new Ddm(30, 3, 2));
        assertRefused("drift", () -> new Ddm(30, 3, Double.NaN));
        assertRefused("warm-up", () -> new PageHinkley(0, 0, 1, 1));
        assertRefused("tolerance", () -> new PageHinkley(1, Double.NaN, 1, 1));
        assertRefused("threshold", () -> new PageHinkley(1, 0, 0, 1));
        assertRefused("fading", () -> new PageHinkley(1, 0, 1, 1.1));
        assertRefused("delta", () -> new Adwin(1, 32, 5, 5, 10));
        assertRefused("clock", () -> new Adwin(0.5, 0, 5, 5, 10));
        assertRefused("buckets", () -> new Adwin(0.5, 32, 1, 5, 10));
        assertRefused("least-part", () -> new Adwin(0.5, 32, 5, 0, 10));
        assertRefused("grace", () -> new Adwin(0.5, 32, 5, 5, -1));
    }

    private static void assertRefused(String key, Executable settings) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, settings);
        assertTrue(refusal.getMessage().startsWith(key + " must be "), refusal.getMessage());
    }

    private static List<Integer> drifts(Detector detector, int count, IntToDoubleFunction errors) {
        List<Integer> drifts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (detector.update(errors.applyAsDouble(i)) == Signal.DRIFT) {
                drifts.add(i);
            }
        }
        return drifts;
    }

    private static byte[] bytes(Detector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
