package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import java.util.List;

/** How the rows of a table become the value of a shape. */
@FunctionalInterface
interface TableContent {
    /** @param place where the table is named */
    YamlNode of(Place place, List<Mapping> rows, Mistakes mistakes);
}
