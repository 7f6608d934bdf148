package dev.convoy.experiments.plots;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** Labels those parts of a bar with their count that are not too narrow for it. */
final class WideEnough implements CategoryItemLabelGenerator {
    private final double narrowest;

    WideEnough(double narrowest) {
        this.narrowest = narrowest;
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
        int count = dataset.getValue(row, column).intValue();
        return count > 0 && count >= narrowest ? Integer.toString(count) : "";
    }

    @Override
    public String generateRowLabel(CategoryDataset dataset, int row) {
        return dataset.getRowKey(row).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset dataset, int column) {
        return dataset.getColumnKey(column).toString();
    }
}
