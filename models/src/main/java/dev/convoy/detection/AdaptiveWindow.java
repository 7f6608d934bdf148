package dev.convoy.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * ADWIN2: the window is an exponential histogram, whose row i holds buckets of 2^i values each. At every look, and as
 * long as some cut between two buckets parts it into means that differ by more than
 *
 * <pre>sqrt(2/m * v * d) + 2/3 * d/m,  d = ln(2 ln W / delta),  1/m = 1/(n0 - l + 1) + 1/(n1 - l + 1)</pre>
 *
 * its oldest bucket goes; W and v are the window's width and variance, n0 and n1 the sizes of the parts, l the least of
 * them. What is left after a drift is the new beginning. As in River, the newest bucket of a row is no place to cut at.
 */
final class AdaptiveWindow implements Detector {
    /** @param deviation the sum of the squared distances of its values from their mean */
    private record Bucket(double sum, double deviation) {}

    private final Adwin settings;
    /** Of each row the oldest bucket first. */
    private final List<Deque<Bucket>> rows = new ArrayList<>();

    private long count;
    private long width;
    private double sum;
    private double deviation;

    AdaptiveWindow(Adwin settings) {
        this.settings = settings;
    }

    @Override
    public Signal update(double error) {
        Ranges.finite("error", error);
        count++;
        insert(error);
        boolean drift = false;
        if (count % settings.clock() == 0 && width > settings.grace()) {
            while (hasCut()) {
                dropOldest();
                drift = true;
            }
        }
        return drift ? Signal.DRIFT : Signal.NONE;
    }

    /** How many of the last values it holds. */
    long width() {
        return width;
    }

    double mean() {
        return sum / width;
    }

    double variance() {
        return deviation / width;
    }

    private void insert(double value) {
        row(0).addLast(new Bucket(value, 0));
        width++;
        if (width > 1) {
            double distance = value - sum / (width - 1);
            deviation += (width - 1) * distance * distance / width;
        }
        sum += value;
        for (int i = 0; row(i).size() > settings.buckets(); i++) {
            row(i + 1).addLast(merged(row(i).removeFirst(), row(i).removeFirst(), size(i)));
        }
    }

    private Deque<Bucket> row(int i) {
        if (i == rows.size()) {
            rows.add(new ArrayDeque<>());
        }
        return rows.get(i);
    }

    private static double size(int row) {
        return 1L << row;
    }

    /** @param size of each of the two */
    private static Bucket merged(Bucket one, Bucket other, double size) {
        double distance = (one.sum - other.sum) / size;
        return new Bucket(
                one.sum + other.sum, one.deviation + other.deviation + size * size * distance * distance / (2 * size));
    }

    private boolean hasCut() {
        double oldSize = 0;
        double oldSum = 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            int left = rows.get(i).size() - 1;
            for (Bucket bucket : rows.get(i)) {
                if (left-- <= 0) {
                    break;
                }
                oldSize += size(i);
                oldSum += bucket.sum;
                if (differ(oldSize, oldSum)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean differ(double oldSize, double oldSum) {
        double newSize = width - oldSize;
        if (oldSize < settings.leastPart() || newSize < settings.leastPart()) {
            return false;
        }
        double logarithm = StrictMath.log(2 * StrictMath.log(width) / settings.delta());
        double reciprocal = 1 / (oldSize - settings.leastPart() + 1) + 1 / (newSize - settings.leastPart() + 1);
        double bound = Math.sqrt(2 * reciprocal * variance() * logarithm) + 2.0 / 3 * logarithm * reciprocal;
        return Math.abs(oldSum / oldSize - (sum - oldSum) / newSize) > bound;
    }

    private void dropOldest() {
        int last = rows.size() - 1;
        Bucket oldest = rows.get(last).removeFirst();
        if (rows.get(last).isEmpty()) {
            rows.remove(last);
        }
        double size = size(last);
        width -= (long) size;
        sum -= oldest.sum;
        double distance = oldest.sum / size - sum / width;
        // by rounding what is left could fall below nothing
        deviation = Math.max(0, deviation - oldest.deviation - size * width * distance * distance / (size + width));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeLong(width);
        out.writeDouble(sum);
        out.writeDouble(deviation);
        out.writeInt(rows.size());
        for (Deque<Bucket> row : rows) {
            out.writeInt(row.size());
            for (Bucket bucket : row) {
                out.writeDouble(bucket.sum);
                out.writeDouble(bucket.deviation);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        count = in.readLong();
        width = in.readLong();
        sum = in.readDouble();
        deviation = in.readDouble();
        rows.clear();
        for (int row = in.readInt(); row > 0; row--) {
            Deque<Bucket> buckets = new ArrayDeque<>();
            for (int left = in.readInt(); left > 0; left--) {
                buckets.addLast(new Bucket(in.readDouble(), in.readDouble()));
            }
            rows.add(buckets);
        }
    }
}
