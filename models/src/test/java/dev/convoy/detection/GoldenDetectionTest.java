package dev.convoy.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What River's detectors find in two long series, where these are there. */
class GoldenDetectionTest {
    private static final Path DATA = Path.of("../../shared/data/drift_golden.json");

    @Test
    void theWindowShrinksWhereRiversDoes() throws IOException {
        Map<String, List<Double>> golden = golden();
        AdaptiveWindow window = new AdaptiveWindow(Adwin.standard());

        assertEquals(golden.get("/seed12345/adwin"), drifts(window, golden.get("/seed12345/x")));
        assertEquals(golden.get("/seed12345/adwin_final_width"), List.of((double) window.width()));
        assertEquals(golden.get("/seed42_bits/adwin"), drifts(Adwin.standard().create(), golden.get("/seed42_bits/x")));
    }

    @Test
    void theSumReachesItsThresholdWhereRiversDoes() throws IOException {
        Map<String, List<Double>> golden = golden();

        assertEquals(golden.get("/seed12345/ph"), drifts(PageHinkley.standard().create(), golden.get("/seed12345/x")));
    }

    @Test
    void theShareOfErrorsRisesWhereRiversDoes() throws IOException {
        Map<String, List<Double>> golden = golden();
        Detector detector = Ddm.standard().create();
        List<Double> drifts = new ArrayList<>();
        List<Double> firstWarnings = new ArrayList<>();
        boolean warned = false;
        List<Double> errors = golden.get("/seed42_bits/x");
        for (int i = 0; i < errors.size(); i++) {
            Signal signal = detector.update(errors.get(i));
            if (signal == Signal.DRIFT) {
                drifts.add((double) i);
                warned = false;
            } else if (signal == Signal.WARNING && !warned) {
                firstWarnings.add((double) i);
                warned = true;
            }
        }

        assertEquals(golden.get("/seed42_bits/ddm_drifts"), drifts);
        assertEquals(golden.get("/seed42_bits/ddm_first_warnings"), firstWarnings);
    }

    /** The numbers of each array by its path. */
    private static Map<String, List<Double>> golden() throws IOException {
        assumeTrue(Files.exists(DATA), "needs " + DATA);
        Map<String, List<Double>> numbers = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(Files.readString(DATA))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isNumeric()) {
                    String path = json.getParsingContext().pathAsPointer().toString();
                    numbers.computeIfAbsent(path.replaceFirst("/[0-9]+$", ""), p -> new ArrayList<>())
                            .add(json.getDoubleValue());
                }
            }
        }
        return numbers;
    }

    private static List<Double> drifts(Detector detector, List<Double> series) {
        List<Double> drifts = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (detector.update(series.get(i)) == Signal.DRIFT) {
                drifts.add((double) i);
            }
        }
        return drifts;
    }
}
