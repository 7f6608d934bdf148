package dev.convoy.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.plots.ValidationPlot;
import dev.convoy.validation.Check;
import dev.convoy.validation.WorldValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy validate-world}. */
@Command(
        name = "validate-world",
        description = "Puts the simulated vehicles beside figures that others measured; fails beyond a tolerance.",
        mixinStandardHelpOptions = true)
final class ValidateWorldCommand implements Callable<Integer> {
    private static final String ROW = "  %-28s %8.3f %9.3f %9s  %-6s  %s%n";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs/world-validation",
            description = "where the picture goes (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "seed of the first of the simulated fleets (default: ${DEFAULT-VALUE})")
    private long seed;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws Exception {
        makeFolder();
        WorldValidation validation = WorldValidation.run(seed);
        List<Path> drawn = ValidationPlot.draw(validation, out);
        if (format.json()) {
            System.out.println(json(validation, drawn).toPrettyString());
        } else {
            print(validation, drawn);
        }
        Optional<Check> beyond = validation.firstBeyond();
        beyond.ifPresent(check -> System.err.println("convoy: " + complaint(check)));
        return beyond.isPresent() ? Answers.FAILED : Answers.DONE;
    }

    private void makeFolder() throws UsageException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UsageException("--out: cannot make the directory " + out + ": " + e.getMessage());
        }
    }

    private static void print(WorldValidation validation, List<Path> drawn) {
        for (Check.Subject subject : Check.Subject.values()) {
            List<Check> checks = validation.checks().stream()
                    .filter(check -> check.subject() == subject)
                    .toList();
            String unit = checks.stream()
                    .map(Check::unit)
                    .filter(u -> !u.isEmpty())
                    .findFirst()
                    .orElse("share or ratio");
            System.out.printf("%s (%s)%n", subject.words(), unit);
            System.out.printf("  %-28s %8s %9s %9s%n", "", "ours", "measured", "tolerated");
            for (Check check : checks) {
                System.out.printf(
                        Locale.ROOT,
                        ROW,
                        check.name(),
                        check.ours(),
                        check.outside(),
                        String.format(Locale.ROOT, "±%.3f", check.tolerance()),
                        check.holds() ? "ok" : "BEYOND",
                        check.source());
            }
        }
        drawn.forEach(System.out::println);
    }

    private static String complaint(Check check) {
        return String.format(
                Locale.ROOT,
                "%s, %s: ours is %.3f, measured were %.3f, tolerated are ±%.3f (%s)",
                check.subject().words(),
                check.name(),
                check.ours(),
                check.outside(),
                check.tolerance(),
                check.source());
    }

    private static ObjectNode json(WorldValidation validation, List<Path> drawn) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.put("holds", validation.firstBeyond().isEmpty());
        validation.firstBeyond().ifPresent(check -> answer.put("beyond", complaint(check)));
        ArrayNode checks = answer.putArray("checks");
        for (Check check : validation.checks()) {
            checks.addObject()
                    .put("subject", check.subject().words())
                    .put("name", check.name())
                    .put("ours", check.ours())
                    .put("measured", check.outside())
                    .put("tolerance", check.tolerance())
                    .put("unit", check.unit())
                    .put("holds", check.holds())
                    .put("source", check.source());
        }
        ArrayNode files = answer.putArray("files");
        drawn.forEach(file -> files.add(file.toString()));
        return answer;
    }
}
