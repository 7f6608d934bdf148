package dev.convoy.training;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Probabilities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The test part, which no model and no choice between models has seen. */
record HeldOut(LabelledRows rows, List<String> groups) {
    HeldOut {
        groups = List.copyOf(groups);
    }

    TrainingResult.Scored score(String name, Classifier model) {
        List<Probabilities> predictions = Scores.predict(model, rows);
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int row = 0; row < groups.size(); row++) {
            last.put(groups.get(row), row);
        }
        List<Integer> decisions = List.copyOf(last.values());
        return new TrainingResult.Scored(
                name,
                Scores.of(predictions, rows),
                Scores.of(decisions.stream().map(predictions::get).toList(), rows.select(decisions)));
    }

    int groupCount() {
        return (int) groups.stream().distinct().count();
    }
}
