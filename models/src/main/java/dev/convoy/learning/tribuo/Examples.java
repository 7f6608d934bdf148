package dev.convoy.learning.tribuo;

import dev.convoy.learning.LabelledRows;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows as Tribuo's examples. Tribuo sorts features by name, so the names keep their order. */
final class Examples {
    private final String[] names;

    Examples(int features) {
        names = IntStream.range(0, features).mapToObj(Examples::name).toArray(String[]::new);
    }

    static String name(int feature) {
        return String.format("f%05d", feature);
    }

    MutableDataset<Label> dataset(LabelledRows rows) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("rows", labels), labels);
        for (int row = 0; row < rows.size(); row++) {
            dataset.add(example(rows.rows().get(row), Integer.toString(rows.label(row))));
        }
        return dataset;
    }

    Example<Label> example(float[] row) {
        return example(row, Label.UNKNOWN);
    }

    private Example<Label> example(float[] row, String label) {
        double[] values = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            values[i] = row[i];
        }
        return new ArrayExample<>(new Label(label), names, values);
    }
}
