package dev.convoy.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.NeuralNetwork;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.VehicleField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
    private static final Progress SILENT = (stage, done, all) -> {};

    @TempDir
    Path directory;

    @Test
    void allModelsFindTheRuleAndTheEliminationFindsTheOneFeatureThatMatters() throws IOException {
        TrainingResult result = train(table(140, 4), 1);

        assertEquals(
                List.of("majority", "logistic-regression", "random-forest", "neural-network"),
                result.scores().stream().map(TrainingResult.Scored::model).toList());
        for (TrainingResult.Scored scored : result.scores().subList(1, 4)) {
            assertTrue(
                    scored.byRow().accuracy() > 0.88,
                    scored.model() + ": " + scored.byRow().accuracy());
            assertEquals(result.rows().test(), scored.byRow().report().micro().support());
            assertEquals(
                    result.groups().test(), scored.byDecision().report().micro().support());
        }
        assertTrue(result.scores().get(0).byRow().accuracy() < 0.75);
        assertTrue(result.chosen().features().contains(0), "the charge is kept: " + result.chosen());
        assertEquals(List.of(0), result.elimination().get(3).features(), "the charge is the last to go");
        assertTrue(result.importance().get(0) > 0.2, "importance " + result.importance());
        assertTrue(Math.abs(result.importance().get(1)) < 0.1, "importance " + result.importance());
    }

    @Test
    void theSameTableAndSeedGiveTheSameResultToTheLastBit() throws IOException {
        LabelledTable table = table(60, 3);
        TrainingResult first = train(table, 3);

        assertEquals(first, train(table, 3));
        assertFalse(
                first.network().parameters().equals(train(table, 4).network().parameters()));
    }

    @Test
    void theNetworkKeepsTheEpochOfTheLowestValidationLoss() throws IOException {
        NetworkTraining.Trained network = train(table(60, 3), 2).network();
        double lowest = network.epochs().stream()
                .mapToDouble(NetworkTraining.Epoch::validationLoss)
                .min()
                .orElseThrow();

        assertEquals(lowest, network.epochs().get(network.best() - 1).validationLoss());
    }

    @Test
    void noTripIsOnBothSidesOfASplit() {
        RandomGenerator random = new Random(9);
        List<String> groups =
                random.ints(500, 0, 60).mapToObj(number -> "trip " + number).toList();
        for (int seed = 0; seed < 20; seed++) {
            GroupedSplit split = new GroupedSplit(groups, new Random(seed));
            Set<String> part = groupsOf(groups, split.part(0.3));
            Set<String> rest = groupsOf(groups, split.rest(0.3));

            assertEquals(split.groups(), part.size() + rest.size(), "seed " + seed);
            assertEquals(18, part.size(), "seed " + seed);
            part.retainAll(rest);
            assertEquals(Set.of(), part, "seed " + seed);
            int[] folds = split.folds(5);
            for (int row = 0; row < folds.length; row++) {
                assertEquals(folds[groups.indexOf(groups.get(row))], folds[row], "seed " + seed);
            }
        }
    }

    @Test
    void cleaningMendsWhatIsMissingOrImpossibleAndTouchesNothingElse() throws IOException {
        String cells = "1,2,3,4,5,6,7,8,9,1000,,NaN,Infinity";
        StringBuilder csv = new StringBuilder("vehicle,leg,x,label\n");
        int leg = 0;
        for (String cell : cells.split(",", -1)) {
            csv.append("a," + leg++ + "," + cell + "," + leg % 2 + "\n");
        }
        csv.append("a,1,2,0\na,99,5,\n"); // repeats the second row; has no label
        LabelledTable table = read(csv.toString());
        Cleaning cleaning = new Cleaning(table.columns(), table.rows());
        Cleaning.Mended mended = cleaning.report(table.rows()).get(0);

        assertEquals(new LabelledTable.Counts(15, 1, 1), table.counts());
        assertEquals(3, mended.missing());
        assertEquals(1, mended.outliers());
        assertEquals(5.5, mended.median());
        // quartiles 3.25 and 7.75
        assertEquals(14.5, mended.high());
        assertEquals(
                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 5.5, 5.5, 5.5, 5.5),
                cleaning.apply(table.rows()).stream().map(row -> row.cell(0)).toList());
    }

    @Test
    void wordsBecomeOneFeatureForEachValue() throws IOException {
        LabelledTable table = read("vehicle,leg,x,road,label\na,1,0,flat,0\na,2,5,hilly,1\na,3,10,,1\n");
        Encoding encoding = new Encoding(table.columns(), table.rows());
        List<float[]> rows = encoding.encode(table.rows(), 2).rows();

        assertEquals(
                List.of("x", "road=flat", "road=hilly"),
                encoding.features().stream().map(Encoding.Feature::name).toList());
        assertEquals("[-1.0, 1.0, 0.0]", java.util.Arrays.toString(rows.get(0)));
        assertEquals("[0.0, 0.0, 1.0]", java.util.Arrays.toString(rows.get(1)));
        assertEquals("[1.0, 0.0, 0.0]", java.util.Arrays.toString(rows.get(2)));
    }

    @Test
    void thinningKeepsTheLastRowOfEveryTripAndSpreadsTheOthers() throws IOException {
        StringBuilder csv = new StringBuilder("vehicle,leg,x,label\n");
        for (int row = 1; row <= 10; row++) {
            csv.append("a,1," + row + ",0\n");
        }
        csv.append("b,1,99,1\n");
        List<Double> kept = read(csv.toString()).thinned(4).rows().stream()
                .map(row -> row.cell(0))
                .toList();

        assertEquals(List.of(2.0, 5.0, 7.0, 10.0, 99.0), kept);
    }

    @Test
    void theLabelsOfAFileOfOutcomesAreThoseOfItsTripsRows() throws IOException {
        Path rows = directory.resolve("telemetry.csv");
        Files.writeString(rows, "time_s,vehicle,leg,x\n1,a,1,5\n2,b,1,6\n3,a,2,7\n4,a,1,8\n5,c,0,9\n");
        Path outcomes = directory.resolve("outcomes.csv");
        Files.writeString(outcomes, "vehicle,leg,label,energy_kwh\na,1,stay,1\na,2,go,2\nb,1,,3\n");
        LabelledTable table = reader().read(rows, outcomes);

        assertEquals(List.of("go", "stay"), table.classes());
        assertEquals(List.of("x"), table.columns().stream().map(Column::name).toList());
        assertEquals(
                List.of("a/1 1 [5.0]", "a/2 0 [7.0]", "a/1 1 [8.0]"),
                table.rows().stream().map(Row::toString).toList());
        assertEquals(new LabelledTable.Counts(5, 2, 0), table.counts());
        Files.writeString(outcomes, "vehicle,leg,label\na,1,stay\na,1,go\n");
        assertTrue(assertThrows(TableException.class, () -> reader().read(rows, outcomes))
                .getMessage()
                .endsWith("outcomes.csv:3: trip a/1 has two labels, stay and go"));
    }

    @Test
    void whatIsNoFiniteNumberIsMissingAndMakesNoColumnOneOfWords() throws IOException {
        LabelledTable table =
                read("vehicle,leg,x,size,label\na,1,nan,1d,0\na,2,-Inf,2d,1\na,3,1e999,2d,1\na,4,.5,,1\n");

        assertEquals(
                List.of(List.of(), List.of("1d", "2d")),
                table.columns().stream().map(Column::categories).toList());
        assertEquals(
                List.of("a/1 0 [NaN, 0.0]", "a/2 1 [NaN, 1.0]", "a/3 1 [NaN, 1.0]", "a/4 1 [0.5, NaN]"),
                table.rows().stream().map(Row::toString).toList());
    }

    @Test
    void aRecordingOfTheFleetIsReadByItsPhysicalFieldsAndClasses() throws IOException {
        List<Field> fields = VehicleField.schema().fields();
        String names = fields.stream().map(Field::name).collect(Collectors.joining(","));
        String zeros = ",0".repeat(fields.size());
        LabelledTable table = read("time_s,vehicle,leg,label,label_time_s,model," + names + "\n" + "1,a,1,charge,9,x y"
                + zeros + "\n2,a,2,drive-on,9,x y" + zeros + "\n");

        assertEquals(VehicleField.workload().classes(), table.classes());
        assertEquals(
                fields.stream().filter(Field::feature).toList(),
                table.columns().stream()
                        .map(column -> column.physical().orElseThrow())
                        .toList());
        assertEquals(List.of(1, 0), table.rows().stream().map(Row::label).toList());
    }

    @Test
    void aFileThatCannotBeTrainedOnIsRefusedWithItsLine() throws IOException {
        assertTrue(refusal("vehicle,leg,x\n").endsWith("has no column label; it has vehicle, leg, x"));
        assertTrue(refusal("vehicle,leg,x,label\na,1,2\n").contains("t.csv:2: 3 cells in place of the 4"));
        assertTrue(refusal("vehicle,leg,x,label\na,1,\"2,0\n").contains("t.csv:2: a quoted cell"));
        assertTrue(refusal("").contains("is empty"));
        LabelledTable one = read("vehicle,leg,x,label\na,1,2,0\n");
        assertTrue(assertThrows(TableException.class, () -> train(one, 1))
                .getMessage()
                .contains("nothing to learn"));
    }

    private String refusal(String csv) {
        return assertThrows(TableException.class, () -> read(csv)).getMessage();
    }

    private LabelledTable read(String csv) throws IOException {
        Path file = directory.resolve("t.csv");
        Files.writeString(file, csv);
        return reader().read(file);
    }

    private LabelledTable table(int trips, int rows) throws IOException {
        return reader().read(RecordedTrips.write(directory.resolve("trips.csv"), trips, rows));
    }

    private static TableReader reader() {
        return new TableReader(new Roles("label", List.of("vehicle", "leg"), List.of()), VehicleField.workload());
    }

    private static TrainingResult train(LabelledTable table, long seed) throws TableException {
        NeuralNetwork network = new NeuralNetwork(List.of(6), 0.02, 0.0001, 16);
        TrainingPlan plan =
                new TrainingPlan(3, 0.25, 0.2, 4, List.of(10), List.of(2, 4), new NetworkTraining(network, 30, 5));
        return new Training(plan, name -> new Random(seed + name.hashCode()), SILENT).run(table);
    }

    private static Set<String> groupsOf(List<String> groups, List<Integer> rows) {
        Set<String> found = new TreeSet<>();
        rows.forEach(row -> found.add(groups.get(row)));
        return new HashSet<>(found);
    }
}
