package dev.convoy.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * DDM: p is the share of errors so far and s = sqrt(p (1 - p) / n) its standard deviation. After the warm-up it keeps
 * the p and s whose sum is lowest; it warns where p + s exceeds the kept p + 2 s, and is sure beyond p + 3 s.
 */
final class ErrorRate implements Detector {
    private final Ddm settings;
    private long count;
    private double rate;
    private double lowestRate;
    private double lowestDeviation;

    ErrorRate(Ddm settings) {
        this.settings = settings;
        reset();
    }

    private void reset() {
        count = 0;
        rate = 0;
        lowestRate = Double.POSITIVE_INFINITY;
        lowestDeviation = 0;
    }

    @Override
    public Signal update(double error) {
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("an error whose share is taken must be in [0, 1]: " + error);
        }
        count++;
        rate += (error - rate) / count;
        double deviation = Math.sqrt(rate * (1 - rate) / count);
        if (count <= settings.warmUp()) {
            return Signal.NONE;
        }
        if (rate + deviation <= lowestRate + lowestDeviation) {
            lowestRate = rate;
            lowestDeviation = deviation;
        }
        if (rate + deviation > lowestRate + settings.drift() * lowestDeviation) {
            reset();
            return Signal.DRIFT;
        }
        boolean warns = rate + deviation > lowestRate + settings.warning() * lowestDeviation;
        return warns ? Signal.WARNING : Signal.NONE;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(rate);
        out.writeDouble(lowestRate);
        out.writeDouble(lowestDeviation);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        count = in.readLong();
        rate = in.readDouble();
        lowestRate = in.readDouble();
        lowestDeviation = in.readDouble();
    }
}
