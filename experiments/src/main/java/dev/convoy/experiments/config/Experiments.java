package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Binder;
import dev.convoy.experiments.config.binding.KeyDescription;
import dev.convoy.experiments.config.binding.Setting;
import dev.convoy.experiments.config.yaml.Mistake;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import dev.convoy.experiments.config.yaml.YamlReader;
import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.replay.Replay;
import dev.convoy.replay.Survey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads experiment files, with all mistakes at once, and writes experiments in their canonical form: every value, always
 * in the same order and form. That form is what is hashed, kept, and sent to the processes of a run.
 */
public final class Experiments {
    private static final Binder<ExperimentConfig> BINDER = Binder.of(ExperimentConfig.class);

    private Experiments() {}

    /**
     * Reads a file.
     *
     * @param settings {@code key.path=value} each, laid over the file in this order
     * @throws MistakesException with one line for everything that is wrong
     */
    public static ExperimentConfig read(Path file, List<String> settings) {
        return parse(file.toString(), text(file), settings, Optional.of(file));
    }

    /**
     * Reads a file's text, which must not name other files.
     *
     * @param source what mistakes call it
     * @throws MistakesException with one line for everything that is wrong
     */
    public static ExperimentConfig parse(String source, String text, List<String> settings) {
        return parse(source, text, settings, Optional.empty());
    }

    /**
     * Reads a file once for every treatment of its sweep.
     *
     * @param settings as for {@link #read}, under every treatment
     * @throws MistakesException with one line for everything that is wrong
     */
    public static Sweep readSweep(Path file, List<String> settings) {
        Optional<Path> place = Optional.of(file);
        Mistakes mistakes = new Mistakes();
        YamlNode root = tree(file.toString(), text(file), settings, mistakes);
        ExperimentConfig experiment = bind(root, place, mistakes);
        List<Sweep.Variant> variants = new ArrayList<>();
        for (Sweep.Variant variant : treated(root, place).read(experiment.sweep(), mistakes)) {
            ExperimentConfig surveyed = surveyed(variant.experiment(), root, path -> besides(place, path), mistakes);
            variants.add(new Sweep.Variant(variant.treatment(), surveyed.resolved()));
        }
        mistakes.throwIfAny();
        return new Sweep(experiment, variants);
    }

    /** @param place of the file, beside which the files lie that it names */
    private static ExperimentConfig parse(String source, String text, List<String> settings, Optional<Path> place) {
        Mistakes mistakes = new Mistakes();
        return bind(tree(source, text, settings, mistakes), place, mistakes);
    }

    private static YamlNode tree(String source, String text, List<String> settings, Mistakes mistakes) {
        Optional<YamlNode> file = YamlReader.readFile(source, text, mistakes);
        YamlNode root = file.orElseThrow(() -> new MistakesException(mistakes.sorted()));
        for (String option : settings) {
            Optional<Setting> setting = Setting.parse(option, mistakes);
            if (setting.isPresent()) {
                root = BINDER.overlay(root, setting.get(), mistakes);
            }
        }
        return root;
    }

    private static ExperimentConfig bind(YamlNode root, Optional<Path> place, Mistakes mistakes) {
        YamlNode whole = withFiles(root, place, mistakes);
        Optional<ExperimentConfig> experiment = BINDER.bind(whole, mistakes);
        if (experiment.isPresent() && experiment.get().sweep().varies()) {
            treated(root, place).read(experiment.get().sweep(), mistakes);
        }
        mistakes.throwIfAny();
        ExperimentConfig surveyed = surveyed(experiment.orElseThrow(), whole, path -> besides(place, path), mistakes);
        mistakes.throwIfAny();
        return surveyed.resolved();
    }

    private static TreatedFile treated(YamlNode root, Optional<Path> place) {
        return new TreatedFile(BINDER, root, (tree, mistakes) -> withFiles(tree, place, mistakes));
    }

    /**
     * The canonical form: files by the hash of their content, and no sweep, which is nothing to a single run. Reading it
     * gives an equal experiment, but for paths and the sweep.
     */
    public static String write(ExperimentConfig experiment) {
        return BINDER.writeWithout(
                "sweep", experiment.with(experiment.workload().withoutPaths()).resolved());
    }

    /** The canonical form with the places of files. */
    public static String writeWithPaths(ExperimentConfig experiment) {
        return BINDER.write(experiment.resolved());
    }

    /** The canonical form with all that processes need: the places of files, an initial model's parameters. */
    public static String writeSpelledOut(ExperimentConfig experiment) {
        return BINDER.write(experiment.resolved().spelledOut());
    }

    /** With tables in the place of their names, and the initial model named from where we are; text has no files. */
    private static YamlNode withFiles(YamlNode root, Optional<Path> place, Mistakes mistakes) {
        if (place.isEmpty()) {
            return root;
        }
        YamlNode whole = BINDER.withTables(root, mistakes);
        Optional<Scalar> model = whole.mapping()
                .flatMap(top -> top.entry("nodes"))
                .flatMap(nodes -> nodes.value().mapping())
                .flatMap(nodes -> nodes.entry("initial-model"))
                .flatMap(entry -> entry.value().scalar());
        if (model.isEmpty() || !model.get().text().endsWith(ModelFile.SUFFIX)) {
            return whole;
        }
        Scalar word = model.get();
        Mapping top = whole.mapping().orElseThrow();
        Entry nodes = top.entry("nodes").orElseThrow();
        Mapping settings = nodes.value().mapping().orElseThrow();
        Entry entry = settings.entry("initial-model").orElseThrow();
        Scalar found =
                new Scalar(word.place(), besides(place, Path.of(word.text())).toString(), word.quoted());
        Mapping changed = settings.with(new Entry(entry.place(), entry.key(), found));
        return top.with(new Entry(nodes.place(), nodes.key(), changed));
    }

    /** Fills in what is found in the files of a replay. */
    private static ExperimentConfig surveyed(
            ExperimentConfig experiment, YamlNode root, UnaryOperator<Path> locate, Mistakes mistakes) {
        Optional<Replay> replay = experiment.workload().replayed();
        if (replay.isEmpty()) {
            return experiment;
        }
        Survey.Result result = Survey.of(replay.get(), locate);
        for (Survey.Mistake mistake : result.mistakes()) {
            mistakes.add(BINDER.placeOf(root, "workload." + mistake.key()), "workload: " + mistake.message());
        }
        return experiment.with(result.replay());
    }

    /** A relative path is looked for where we are, then beside the experiment file. */
    private static Path besides(Optional<Path> file, Path path) {
        Optional<Path> beside = file.map(named -> named.resolveSibling(path)).filter(Files::exists);
        return Files.exists(path) ? path : beside.orElse(path);
    }

    /** Every key an experiment file can have, with its default. */
    static List<KeyDescription> keys() {
        return BINDER.keys();
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw mistake(file, "is a directory, not an experiment file");
            }
            if (Files.exists(file) && Files.size(file) > 4L * YamlReader.LONGEST) {
                throw mistake(file, "longer than " + YamlReader.LONGEST + " characters");
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw mistake(file, "there is no such file");
        } catch (AccessDeniedException e) {
            throw mistake(file, "you may not read this file");
        } catch (CharacterCodingException e) {
            throw mistake(file, "not text in UTF-8");
        } catch (IOException e) {
            throw mistake(file, "cannot be read: " + e.getMessage());
        }
    }

    private static MistakesException mistake(Path file, String message) {
        return new MistakesException(List.of(new Mistake(Place.of(file.toString()), message)));
    }
}
