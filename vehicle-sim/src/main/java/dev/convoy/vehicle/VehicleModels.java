package dev.convoy.vehicle;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cars of the fleet. Road load, test weight and power: EPA certification test data 2022, as in NREL FASTSim
 * (python/fastsim/resources/epa_vehdb/22-tstcar.csv). Usable energy and fast-charging curves: open-ev-data
 * (chargeprice, data/ev-data.json, MIT licence). Departures from these files:
 *
 * <ul>
 *   <li>Tesla Model 3 RWD: 57.5 kWh, from memory; FASTSim has 54.
 *   <li>Nissan Leaf e+: 59 kWh, from memory; the file has 62, the gross figure.
 *   <li>Hyundai Kona: 150 kW; the power in its EPA row (28 kW) is an error.
 *   <li>Nissan Leaf e+, Mini and Porsche have the file's default curve: 95 % of the peak when empty, the peak at 75 %.
 *   <li>Kia EV6: the curve of its sister Ioniq 5, scaled to its own peak.
 *   <li>Which cars have a heat pump depends on trim and year: from memory.
 * </ul>
 */
public final class VehicleModels {
    private static final Curve IONIQ_5 = Curve.through(
            0, 200, 10, 210, 22, 232, 23, 185, 37, 185, 38, 175, 47, 175, 48, 155, 55, 155, 56, 130, 70, 130, 80, 100,
            100, 11);

    private static final List<VehicleModel> ALL = List.of(
            new VehicleModel(
                    "Tesla Model 3 RWD",
                    1928,
                    new RoadLoad(165.3, 0.468, 0.3205),
                    192,
                    57.5,
                    true,
                    Curve.through(0, 130, 52, 149, 60, 110, 100, 12)),
            new VehicleModel(
                    "Tesla Model 3 LR AWD",
                    1928,
                    new RoadLoad(155.6, 0.861, 0.3294),
                    293,
                    74.0,
                    true,
                    Curve.through(0, 180, 40, 195, 60, 110, 100, 12)),
            new VehicleModel(
                    "Tesla Model Y LR",
                    2155,
                    new RoadLoad(152.4, 3.175, 0.3161),
                    291,
                    72.5,
                    true,
                    Curve.through(0, 246, 35, 238, 75, 99, 100, 18)),
            new VehicleModel(
                    "Chevrolet Bolt",
                    1758,
                    new RoadLoad(135.7, 0.151, 0.4788),
                    149,
                    58.0,
                    false,
                    Curve.through(0, 55, 56, 38, 68, 24, 85, 16, 100, 0)),
            new VehicleModel(
                    "Nissan Leaf 40",
                    1758,
                    new RoadLoad(115.2, 3.432, 0.4329),
                    110,
                    38.0,
                    false,
                    Curve.through(0, 41, 62, 45, 65, 36, 100, 15)),
            new VehicleModel(
                    "Nissan Leaf e+",
                    1928,
                    new RoadLoad(125.2, 2.878, 0.4472),
                    160,
                    59.0,
                    false,
                    Curve.through(0, 95, 75, 100, 100, 6.6)),
            new VehicleModel(
                    "Hyundai Kona 64",
                    1814,
                    new RoadLoad(110.6, -1.994, 0.5265),
                    150,
                    64.0,
                    true,
                    Curve.through(
                            0, 70, 40, 77, 42, 70, 53, 71, 55, 57, 71, 58, 72, 38, 76, 38, 78, 25, 88, 25, 100, 8)),
            new VehicleModel(
                    "Hyundai Ioniq 5 RWD LR", 2041, new RoadLoad(111.9, 1.080, 0.5093), 168, 72.6, true, IONIQ_5),
            new VehicleModel(
                    "Kia EV6 RWD LR",
                    2041,
                    new RoadLoad(103.7, 1.188, 0.4943),
                    168,
                    77.4,
                    true,
                    IONIQ_5.scaledBy(250.0 / 232.0)),
            new VehicleModel(
                    "VW ID.4 Pro",
                    2155,
                    new RoadLoad(106.7, 2.898, 0.3563),
                    150,
                    77.0,
                    false,
                    Curve.through(0, 125, 30, 125, 70, 65, 80, 65, 100, 22)),
            new VehicleModel(
                    "Ford Mach-E RWD",
                    2155,
                    new RoadLoad(139.8, 1.273, 0.4790),
                    198,
                    88.0,
                    false,
                    Curve.through(0, 148, 35, 147, 60, 118, 80, 73, 100, 27)),
            new VehicleModel(
                    "Audi Q4 50",
                    2381,
                    new RoadLoad(145.2, 3.275, 0.3938),
                    220,
                    77.0,
                    false,
                    Curve.through(0, 125, 35, 125, 70, 65, 80, 65, 90, 35, 100, 25)),
            new VehicleModel(
                    "Mini Cooper SE",
                    1588,
                    new RoadLoad(121.9, 4.289, 0.3328),
                    135,
                    28.9,
                    true,
                    Curve.through(0, 47.5, 75, 50, 100, 11)),
            new VehicleModel(
                    "Polestar 2 SM",
                    2155,
                    new RoadLoad(138.4, 2.180, 0.3617),
                    170,
                    72.5,
                    false,
                    Curve.through(0, 150, 18, 150, 20, 130, 40, 130, 42, 100, 55, 90, 57, 70, 79, 70, 80, 25, 100, 11)),
            new VehicleModel(
                    "Audi e-tron 55",
                    2722,
                    new RoadLoad(159.0, 3.851, 0.4016),
                    265,
                    86.5,
                    true,
                    Curve.through(0, 137, 70, 155, 72, 150, 78, 120, 82, 105, 100, 50)),
            new VehicleModel(
                    "Porsche Taycan 4S+",
                    2495,
                    new RoadLoad(193.4, 4.320, 0.2683),
                    359,
                    83.7,
                    true,
                    Curve.through(0, 256.5, 75, 270, 100, 11)));

    private VehicleModels() {}

    /** All sixteen, in the order of the table. */
    public static List<VehicleModel> all() {
        return ALL;
    }

    /** The thirteen of the 2023 study. */
    public static List<VehicleModel> ofStudy() {
        return StudyModels.ALL;
    }

    /** Any of all these. */
    public static VehicleModel named(String name) {
        return Stream.concat(ALL.stream(), StudyModels.ALL.stream())
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such model: " + name + "; there are " + ALL + " and " + StudyModels.ALL));
    }
}
