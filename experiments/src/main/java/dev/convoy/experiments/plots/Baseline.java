package dev.convoy.experiments.plots;

import java.util.List;

/** A simple predictor that is scored beside the model, and the column of {@code accuracy.csv} it stands in. */
public enum Baseline {
    MAJORITY("majority", "the class seen most often so far"),
    NO_CHANGE("no_change", "the outcome the node saw last"),
    LAST_OF_VEHICLE("last_of_vehicle", "the vehicle's own last outcome"),
    RULE("rule", "remaining energy against the vehicle's own range estimate");

    private final String column;
    private final String meaning;

    Baseline(String column, String meaning) {
        this.column = column;
        this.meaning = meaning;
    }

    public static List<Baseline> all() {
        return List.of(values());
    }

    public String column() {
        return column;
    }

    public String words() {
        return column.replace('_', ' ');
    }

    public String meaning() {
        return meaning;
    }
}
