package dev.convoy.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Page-Hinkley: the mean m = m + (x - m) / n, the sum S = max(0, fading S + x - m - tolerance), sure at the threshold. */
final class CumulativeSum implements Detector {
    private final PageHinkley settings;
    private long count;
    private double mean;
    private double sum;

    CumulativeSum(PageHinkley settings) {
        this.settings = settings;
    }

    @Override
    public Signal update(double error) {
        Ranges.finite("error", error);
        count++;
        mean += (error - mean) / count;
        sum = Math.max(0, settings.fading() * sum + error - mean - settings.tolerance());
        if (count < settings.warmUp() || sum < settings.threshold()) {
            return Signal.NONE;
        }
        count = 0;
        mean = 0;
        sum = 0;
        return Signal.DRIFT;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(mean);
        out.writeDouble(sum);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        count = in.readLong();
        mean = in.readDouble();
        sum = in.readDouble();
    }
}
