package dev.convoy.vehicle;

/**
 * What a driver makes of a car on a journey.
 *
 * @param payloadKg people and luggage
 * @param tyreFactor on rolling resistance: 1 as in the test, more for winter tyres and low pressure
 * @param roadFactor on all resistance of the road: style, open windows, a box on the roof
 * @param cabinC the temperature set for the cabin
 */
public record Load(double payloadKg, double tyreFactor, double roadFactor, double cabinC) {
    /** The load of the coast-down test, with the cabin at 22 degrees. */
    public static final Load TEST = new Load(VehicleModel.TEST_LOAD_KG, 1, 1, 22);

    /** The load of the coast-down test with heating and cooling off: a cabin that wants neither. */
    public static Load testUnconditioned(double airC) {
        return new Load(VehicleModel.TEST_LOAD_KG, 1, 1, Cabin.contentAt(airC));
    }

    public Load {
        if (!(payloadKg >= 0)) {
            throw new IllegalArgumentException("payload must not be negative: " + payloadKg);
        }
        if (!(tyreFactor > 0) || !(roadFactor > 0)) {
            throw new IllegalArgumentException("factors must be above 0: " + tyreFactor + ", " + roadFactor);
        }
    }
}
