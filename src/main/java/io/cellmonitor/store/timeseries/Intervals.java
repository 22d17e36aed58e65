package io.cellmonitor.store.timeseries;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Time cut into pieces. Those shorter than a day begin at the epoch; a day begins at midnight in {@code zone}, seven days at midnight before
 * a Monday, so that a day on which clocks change has 23 or 25 hours.
 *
 * @param length a part of a day that divides it, one day, or seven
 */
public record Intervals(Duration length, ZoneId zone) {

    public static final Duration DAY = Duration.ofDays(1);
    public static final Duration WEEK = Duration.ofDays(7);

    public Intervals {
        boolean partOfADay =
                length.isPositive() && length.compareTo(DAY) < 0 && DAY.toMillis() % length.toMillis() == 0;
        if (!partOfADay && !length.equals(DAY) && !length.equals(WEEK)) {
            throw new IllegalArgumentException("no part of a day, day or week: " + length);
        }
    }

    /** When the interval that holds an instant begins. */
    public Instant startOf(Instant instant) {
        if (length.compareTo(DAY) < 0) {
            return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), length.toMillis()) * length.toMillis());
        }
        LocalDate day = instant.atZone(zone).toLocalDate();
        return midnight(length.equals(WEEK) ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day);
    }

    /** When each of those that a range touches begins: {@code from} lies in the first, {@code to} after or at the end of the last. */
    public List<Instant> starts(Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>();
        for (Instant start = startOf(from); start.isBefore(to); start = after(start)) {
            starts.add(start);
        }
        return starts;
    }

    /** When the one after that which begins at {@code start} begins. */
    private Instant after(Instant start) {
        return length.compareTo(DAY) < 0
                ? start.plus(length)
                : midnight(ZonedDateTime.ofInstant(start, zone).toLocalDate().plusDays(length.toDays()));
    }

    /** The first moment of a day: midnight, unless clocks leave it out. */
    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
