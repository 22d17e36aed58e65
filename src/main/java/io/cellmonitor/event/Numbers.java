package io.cellmonitor.event;

import org.jspecify.annotations.Nullable;

/** Whole numbers out of JSON. */
final class Numbers {

    private Numbers() {}

    /** The number, rounded down, if it is one and between 0 and {@code largest}; else null. */
    static @Nullable Long wholeBetween0And(@Nullable Object value, long largest) {
        if (value instanceof Long whole) {
            return whole >= 0 && whole <= largest ? whole : null;
        }
        if (value instanceof Double number) {
            double floor = Math.floor(number);
            return floor >= 0 && floor <= largest ? (Long) (long) floor : null;
        }
        return null;
    }

    /** The same, for limits that fit an int. */
    static @Nullable Integer between0And(@Nullable Object value, int largest) {
        Long whole = wholeBetween0And(value, largest);
        return whole == null ? null : whole.intValue();
    }
}
