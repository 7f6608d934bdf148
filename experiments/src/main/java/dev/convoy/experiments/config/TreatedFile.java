package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Binder;
import dev.convoy.experiments.config.binding.RawValue;
import dev.convoy.experiments.config.binding.Setting;
import dev.convoy.experiments.config.yaml.Mistake;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Reads an experiment file once for every treatment of its sweep, so that none fails when its turn comes.
 *
 * @param root the file, laid over with the user's settings
 * @param withFiles puts the content of the files that a tree names in the place of their names
 */
record TreatedFile(Binder<ExperimentConfig> binder, YamlNode root, BiFunction<YamlNode, Mistakes, YamlNode> withFiles) {

    /** Those that can be read; what is wrong with the others, and not wrong with the file, is told once. */
    List<Sweep.Variant> read(SweepConfig sweep, Mistakes mistakes) {
        Set<String> known =
                mistakes.sorted().stream().map(Mistake::message).collect(Collectors.toCollection(HashSet::new));
        List<Sweep.Variant> variants = new ArrayList<>();
        for (Treatment treatment : sweep.combinations()) {
            Mistakes own = new Mistakes();
            YamlNode treated = root;
            for (Map.Entry<String, RawValue> value : treatment.settings().entrySet()) {
                Place place = placeOf(treatment, value.getKey());
                Optional<Setting> setting =
                        Setting.of(place, value.getKey(), value.getValue().yaml(), own);
                if (setting.isPresent()) {
                    treated = binder.overlay(treated, setting.get(), own);
                }
            }
            Optional<ExperimentConfig> experiment = binder.bind(withFiles.apply(treated, own), own);
            if (own.sorted().isEmpty()) {
                experiment.ifPresent(config -> variants.add(new Sweep.Variant(treatment, config)));
            }
            own.sorted().stream()
                    .filter(mistake -> known.add(mistake.message()))
                    .forEach(mistake -> mistakes.add(
                            placeOf(mistake, treatment), "sweep with " + treatment + ": " + mistake.message()));
        }
        return variants;
    }

    /** The setting to blame; where it cannot be told, the treatment's first. */
    private Place placeOf(Mistake mistake, Treatment treatment) {
        List<Place> places = treatment.settings().keySet().stream()
                .map(key -> placeOf(treatment, key))
                .toList();
        return places.contains(mistake.place()) || places.isEmpty() ? mistake.place() : places.get(0);
    }

    private Place placeOf(Treatment treatment, String key) {
        String word = treatment.name().split(" ", 2)[0];
        return entry("treatments")
                .flatMap(named -> named.value().mapping())
                .flatMap(named -> named.entry(word))
                .flatMap(one -> one.value().mapping())
                .flatMap(one -> one.entry(key))
                .or(() -> entry("grid").flatMap(grid -> grid.value().mapping()).flatMap(grid -> grid.entry(key)))
                .map(YamlNode.Entry::place)
                .orElse(root.place());
    }

    private Optional<YamlNode.Entry> entry(String key) {
        return root.mapping()
                .flatMap(top -> top.entry("sweep"))
                .flatMap(sweep -> sweep.value().mapping())
                .flatMap(sweep -> sweep.entry(key));
    }
}
