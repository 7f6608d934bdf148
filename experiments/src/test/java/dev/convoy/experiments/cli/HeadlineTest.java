package dev.convoy.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeadlineTest {
    private static final String ACCURACY =
            "time_s,node,decisions,accuracy,contested_accuracy,majority,no_change,last_of_vehicle,rule\n";
    private static final String COSTS = "node,predictor,decisions,missed,needless,cost_per_1000\n";

    @TempDir
    private Path directory;

    @Test
    void theLastRowsAndTheFleetsCostsAreShown() throws IOException {
        write(
                "accuracy.csv",
                ACCURACY + "10.000,fleet,1,0.000000,,,,,\n" + "20.000,fleet,1234,0.912300,0.8,0.7,0.6,,0.9\n");
        write(
                "costs.csv",
                COSTS + "fleet,model,1234,50,58,1920.583\n" + "fleet,no_change,0,0,0,\n"
                        + "fleet,rule,1234,10,20,486.5\n" + "node-1,model,600,50,58,77.000\n");

        assertEquals(
                List.of(
                        "         decisions  accuracy  contested  majority  no-change of vehicle   rule",
                        "fleet         1234    91.2 %     80.0 %    70.0 %     60.0 %          - 90.0 %",
                        "minutes lost in 1,000 decisions: model 1,921, rule 487"),
                Headline.of(directory));
    }

    @Test
    void whereAWrongDecisionHasNoCostThereIsNoLineAboutIt() throws IOException {
        write("accuracy.csv", ACCURACY + "20.000,fleet,1,0.000000,,,,,\n");
        write("costs.csv", COSTS);

        assertEquals(2, Headline.of(directory).size());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
