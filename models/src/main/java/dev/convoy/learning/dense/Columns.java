package dev.convoy.learning.dense;

/**
 * Sums over columns. A column holds one unit's values for all rows of a batch, and every sum is taken in one order for
 * each row by itself, whatever the batch is.
 */
final class Columns {
    private Columns() {}

    /** Adds each column, times its weight, to the target; a column's weight is one stride after that of the one before. */
    static void addWeighted(float[][] columns, float[] weights, int first, int stride, float[] target, int rows) {
        int weight = first;
        int unit = 0;
        for (; unit + 4 <= columns.length; unit += 4) {
            float[] a = columns[unit];
            float[] b = columns[unit + 1];
            float[] c = columns[unit + 2];
            float[] d = columns[unit + 3];
            float p = weights[weight];
            float q = weights[weight + stride];
            float r = weights[weight + 2 * stride];
            float s = weights[weight + 3 * stride];
            for (int row = 0; row < rows; row++) {
                target[row] = target[row] + p * a[row] + q * b[row] + r * c[row] + s * d[row];
            }
            weight += 4 * stride;
        }
        for (; unit < columns.length; unit++) {
            float[] column = columns[unit];
            float factor = weights[weight];
            for (int row = 0; row < rows; row++) {
                target[row] += factor * column[row];
            }
            weight += stride;
        }
    }

    /** Writes the scalar product of this column and each of the others to the target, one after the other. */
    static void products(float[] column, float[][] others, float[] target, int first, int rows) {
        int unit = 0;
        for (; unit + 4 <= others.length; unit += 4) {
            float[] a = others[unit];
            float[] b = others[unit + 1];
            float[] c = others[unit + 2];
            float[] d = others[unit + 3];
            // Four sums at once do not wait for one another's additions.
            float p = 0;
            float q = 0;
            float r = 0;
            float s = 0;
            for (int row = 0; row < rows; row++) {
                float factor = column[row];
                p += factor * a[row];
                q += factor * b[row];
                r += factor * c[row];
                s += factor * d[row];
            }
            target[first + unit] = p;
            target[first + unit + 1] = q;
            target[first + unit + 2] = r;
            target[first + unit + 3] = s;
        }
        for (; unit < others.length; unit++) {
            float[] other = others[unit];
            float sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += column[row] * other[row];
            }
            target[first + unit] = sum;
        }
    }

    static float sum(float[] column, int rows) {
        float sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += column[row];
        }
        return sum;
    }
}
