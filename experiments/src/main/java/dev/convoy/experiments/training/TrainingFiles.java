package dev.convoy.experiments.training;

import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.modelfile.ModelShape;
import dev.convoy.training.Encoding;
import dev.convoy.training.NetworkTraining;
import dev.convoy.training.TrainingResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes what a training found out: {@code report.txt}, {@code report.json}, {@code features.csv},
 * {@code learning-curve.csv} and the network in {@code models/network.f32}.
 */
public final class TrainingFiles {
    private final Path directory;

    public TrainingFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes all files and returns the report for people. */
    public String write(String file, long seed, List<Integer> hidden, TrainingResult result) throws IOException {
        String report = new ReportText(result).of(file, seed);
        text("report.txt", report);
        text("report.json", ReportJson.of(file, seed, result));
        text("features.csv", features(result));
        text("learning-curve.csv", curve(result));
        ModelFile.write(
                Files.createDirectories(directory.resolve("models")),
                "network",
                result.network().parameters(),
                shape(hidden, result));
        return report;
    }

    /** The model that {@link #write} leaves. */
    public Path model() {
        return directory.resolve("models").resolve("network.f32");
    }

    private static ModelShape shape(List<Integer> hidden, TrainingResult result) {
        return new ModelShape(
                hidden,
                result.features().stream()
                        .map(feature -> new ModelShape.Feature(feature.name(), feature.low(), feature.high()))
                        .toList(),
                result.classes());
    }

    private static String features(TrainingResult result) {
        StringBuilder csv = new StringBuilder("feature,chosen,eliminated_at,importance\n");
        for (int i = 0; i < result.features().size(); i++) {
            int feature = i;
            Encoding.Feature described = result.features().get(i);
            long survived = result.elimination().stream()
                    .filter(step -> step.features().contains(feature))
                    .count();
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.6f\n",
                    quoted(described.name()),
                    result.chosen().features().contains(feature) ? 1 : 0,
                    survived,
                    result.importance().get(i)));
        }
        return csv.toString();
    }

    private static String curve(TrainingResult result) {
        StringBuilder csv = new StringBuilder("epoch,training_loss,validation_loss,validation_accuracy,kept\n");
        for (NetworkTraining.Epoch epoch : result.network().epochs()) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.6f,%.6f,%d\n",
                    epoch.number(),
                    epoch.trainingLoss(),
                    epoch.validationLoss(),
                    epoch.validationAccuracy(),
                    epoch.number() == result.network().best() ? 1 : 0));
        }
        return csv.toString();
    }

    /** Six digits, without trailing zeros. */
    static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private void text(String name, String content) throws IOException {
        Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }
}
