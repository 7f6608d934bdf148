package dev.convoy.experiments.training;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.training.Cleaning;
import dev.convoy.training.Encoding;
import dev.convoy.training.FeatureElimination;
import dev.convoy.training.ForestSearch;
import dev.convoy.training.LabelledTable;
import dev.convoy.training.Scores;
import dev.convoy.training.TrainingResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A training's report for programs. */
record ReportJson(
        String file,
        long seed,
        LabelledTable.Counts counts,
        TrainingResult.Parts rows,
        TrainingResult.Parts trips,
        List<Cleaning.Mended> cleaning,
        List<String> features,
        List<FeatureElimination.Step> elimination,
        List<String> chosen,
        List<ForestSearch.Tried> forests,
        ForestSearch.Tried forest,
        int networkEpochs,
        int networkBestEpoch,
        List<Model> test) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * A model on the test part.
     *
     * @param confusion what occurred, by the numbers of label and predicted class
     */
    record Model(
            String model,
            double accuracy,
            double balancedAccuracy,
            double macroF1,
            double decisionAccuracy,
            List<OneClass> classes,
            List<ClassReport.Cell> confusion) {
        static Model of(TrainingResult.Scored scored, List<String> names) {
            Scores rows = scored.byRow();
            ClassReport report = rows.report();
            return new Model(
                    scored.model(),
                    rows.accuracy(),
                    rows.balancedAccuracy(),
                    report.macro().f1().orElse(0),
                    scored.byDecision().accuracy(),
                    IntStream.range(0, names.size())
                            .mapToObj(label -> OneClass.of(report.classes().get(label), names.get(label)))
                            .toList(),
                    report.confusion());
        }
    }

    /** A model on the rows of one class; 0 stands for what is undefined as well. */
    record OneClass(String name, double precision, double recall, double f1, long support) {
        static OneClass of(ClassScores scores, String name) {
            return new OneClass(
                    name,
                    scores.precision().orElse(0),
                    scores.recall().orElse(0),
                    scores.f1().orElse(0),
                    scores.support());
        }
    }

    static String of(String file, long seed, TrainingResult result) throws IOException {
        List<String> names =
                result.features().stream().map(Encoding.Feature::name).toList();
        ReportJson report = new ReportJson(
                file,
                seed,
                result.counts(),
                result.rows(),
                result.groups(),
                result.cleaned(),
                names,
                result.elimination(),
                result.chosen().features().stream().map(names::get).toList(),
                result.forests(),
                result.forest(),
                result.network().epochs().size(),
                result.network().best(),
                result.scores().stream()
                        .map(scored -> Model.of(scored, result.classes()))
                        .toList());
        return JSON.writeValueAsString(report) + "\n";
    }
}
