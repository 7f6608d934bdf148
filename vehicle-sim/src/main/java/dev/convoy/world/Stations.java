package dev.convoy.world;

/** Which stops of the road a vehicle can charge at, and when. */
public final class Stations {
    private final Corridor corridor;
    private final Drifts drifts;

    Stations(Corridor corridor, Drifts drifts) {
        this.corridor = corridor;
        this.drifts = drifts;
    }

    /** The end of the road is always open. */
    public boolean isOpen(int stop, long timeMs) {
        return !corridor.isStation(stop) || !drifts.closes(corridor.stationAt(stop), timeMs);
    }

    /** The first stop after this one that is open at this time. */
    public int openAfter(int stop, long timeMs) {
        int next = stop + 1;
        while (!isOpen(next, timeMs)) {
            next++;
        }
        return next;
    }
}
