package dev.convoy.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of run time in order, apart from one another: when a node is down, or while another fault lasts. */
public record Windows(List<Window> windows) {
    /** No time at all. */
    public static final Windows NONE = new Windows(List.of());

    /** Windows that overlap or touch are made one. */
    public Windows {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingLong(Window::fromMs));
        List<Window> apart = new ArrayList<>();
        for (Window window : sorted) {
            int last = apart.size() - 1;
            if (last >= 0 && window.fromMs() <= apart.get(last).toMs()) {
                apart.set(last, apart.get(last).extendedTo(window.toMs()));
            } else {
                apart.add(window);
            }
        }
        windows = List.copyOf(apart);
    }

    public boolean contains(long time) {
        return firstOutside(time) != time;
    }

    /** Whether there is an instant in both. */
    public boolean meet(Windows other) {
        return windows.stream().anyMatch(one -> other.windows.stream().anyMatch(one::meets));
    }

    /** This instant, or the end of the window it lies in. */
    public long firstOutside(long time) {
        int next = firstEndingAfter(time);
        boolean inside = next < windows.size() && windows.get(next).fromMs() <= time;
        return inside ? windows.get(next).toMs() : time;
    }

    /** The first end of a window later than this instant; {@link Long#MAX_VALUE} if there is none. */
    public long nextEndAfter(long time) {
        int next = firstEndingAfter(time);
        return next < windows.size() ? windows.get(next).toMs() : Long.MAX_VALUE;
    }

    /** The first beginning or end of a window later than this instant; {@link Long#MAX_VALUE} if there is none. */
    public long nextChangeAfter(long time) {
        int next = firstEndingAfter(time);
        if (next == windows.size()) {
            return Long.MAX_VALUE;
        }
        Window window = windows.get(next);
        return window.fromMs() > time ? window.fromMs() : window.toMs();
    }

    /** By bisection, as it is asked for with every record. */
    private int firstEndingAfter(long time) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (windows.get(middle).toMs() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** From the first instant to just before the second, in milliseconds of run time. */
    public record Window(long fromMs, long toMs) {
        public Window {
            if (fromMs < 0 || toMs <= fromMs) {
                throw new IllegalArgumentException(
                        "a window reaches from an instant to a later one: " + fromMs + " to " + toMs + " ms");
            }
        }

        private boolean meets(Window other) {
            return fromMs < other.toMs && other.fromMs < toMs;
        }

        private Window extendedTo(long end) {
            return new Window(fromMs, Math.max(toMs, end));
        }
    }
}
