package dev.convoy.experiments.plots;

import java.util.ArrayList;
import java.util.List;

/** Rows of the tables of scores over a whole run, as a run over two classes leaves them. */
final class SyntheticScores {
    private static final String REST = ",0.701,0.402,0.251,0.203,0.511,0.871,2500.125,0.601,0.552,,0.8125";

    private SyntheticScores() {}

    static List<String> slices(int nodes) {
        List<String> rows = new ArrayList<>();
        rows.add("all,,fleet,1000,0.8437" + REST);
        rows.add("contested,yes,fleet,400,0.7125" + REST);
        rows.add("contested,no,fleet,600,0.9312" + REST);
        rows.add("first,100,fleet,100,0.62" + REST);
        rows.add("before-drift,cold-front at 18.00 h,fleet,90,0.85" + REST);
        rows.add("after-drift,cold-front at 18.00 h,fleet,80,0.75" + REST);
        rows.add("model,Volta L,fleet,700,0.87" + REST);
        rows.add("model,Ion <40>,fleet,300,0.78" + REST);
        for (int node = 1; node <= nodes; node++) {
            rows.add("all,,node-" + node + ",250,0.8" + node + REST);
        }
        return rows;
    }

    static List<String> classes() {
        return List.of(
                "fleet,0,0.9,0.85,0.874286,700",
                "fleet,1,,0.0,0.0,300",
                "fleet,macro,0.45,0.425,0.437143,1000",
                "fleet,micro,0.8437,0.8437,0.8437,1000");
    }

    static List<String> confusion() {
        return List.of("fleet,0,0,600", "fleet,0,1,100", "fleet,1,0,56", "fleet,1,1,244");
    }

    static List<String> costs() {
        return List.of(
                "fleet,model,1000,56,100,3180.000",
                "fleet,majority,990,300,0,9090.909",
                "fleet,no_change,990,200,200,9090.909",
                "fleet,last_of_vehicle,0,0,0,",
                "fleet,rule,1000,100,50,3750.000");
    }

    /** A false one, and one an hour after the drift. */
    static List<String> alarms(int onset) {
        return List.of(onset / 2 + ".000,node-2,ddm,40", onset + 3600 + ".000,node-1,ddm,90");
    }

    static List<String> detection(int onset) {
        return List.of(
                "cold-front," + onset + ".000,node-1," + (onset + 3600) + ".000,3600.000,12,0",
                "cold-front," + onset + ".000,node-2,,,,1");
    }
}
