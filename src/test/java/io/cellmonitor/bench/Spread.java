package io.cellmonitor.bench;

import java.util.Arrays;
import java.util.Locale;

/** The least, the middle and the largest of some figures. */
record Spread(double minimum, double median, double maximum) {

    static Spread of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** {@code minimum - maximum}; {@code format} is one figure's. */
    String range(String format) {
        return String.format(Locale.ROOT, format + " - " + format, minimum, maximum);
    }
}
