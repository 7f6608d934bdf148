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

    /** This instant, or the end of the window it lies in; by bisection, as it is asked for with every record. */
    public long firstOutside(long time) {
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
        boolean inside = low < windows.size() && windows.get(low).fromMs() <= time;
        return inside ? windows.get(low).toMs() : time;
    }

    /** The first end of a window later than this instant; {@link Long#MAX_VALUE} if there is none. */
    public long nextEndAfter(long time) {
        for (Window window : windows) {
            if (window.toMs() > time) {
                return window.toMs();
            }
        }
        return Long.MAX_VALUE;
    }

    /** When work is done that takes so much time and rests in the windows; an instant outside of them. */
    public long doneAt(long startMs, long workMs) {
        long at = firstOutside(startMs);
        long left = workMs;
        for (Window window : windows) {
            if (window.fromMs() >= at && at + left >= window.fromMs()) {
                left -= window.fromMs() - at;
                at = window.toMs();
            }
        }
        return at + left;
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
