package dev.convoy.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A small file of trips with one useful feature, one that is noise and one of words. */
final class RecordedTrips {
    static final String HEADER = "vehicle,leg,charge,noise,road,label\n";

    private RecordedTrips() {}

    static Path write(Path file, int trips, int rows) throws IOException {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int trip = 0; trip < trips; trip++) {
            double charge = random.nextDouble();
            for (int row = 0; row < rows; row++) {
                csv.append("v-" + trip % 7 + "," + trip / 7 + "," + (charge + random.nextGaussian() * 0.02) + ","
                        + random.nextGaussian() + "," + (random.nextBoolean() ? "flat" : "hilly") + ","
                        + (charge < 0.5 ? 1 : 0) + "\n");
            }
        }
        return Files.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
