package dev.convoy.edgenode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When an edge node is down: windows of run time in order, apart from one another. */
public record DownWindows(List<Window> windows) {
    /** A node that never fails. */
    public static final DownWindows NONE = new DownWindows(List.of());

    /** Windows that overlap or touch are made one. */
    public DownWindows {
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

    boolean isDown(long time) {
        return upFrom(time) != time;
    }

    /** This instant, or the end of the window it lies in. */
    long upFrom(long time) {
        for (Window window : windows) {
            if (time < window.fromMs()) {
                return time;
            }
            if (time < window.toMs()) {
                return window.toMs();
            }
        }
        return time;
    }

    /** The first end of a window later than this instant. */
    long nextEndAfter(long time) {
        for (Window window : windows) {
            if (window.toMs() > time) {
                return window.toMs();
            }
        }
        return Long.MAX_VALUE;
    }

    /** When work is done that takes so much time and is suspended while the node is down; an instant at which it is up. */
    long doneAt(long startMs, long workMs) {
        long at = upFrom(startMs);
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
                        "a node is down from an instant to a later one: " + fromMs + " to " + toMs + " ms");
            }
        }

        private Window extendedTo(long end) {
            return new Window(fromMs, Math.max(toMs, end));
        }
    }
}
