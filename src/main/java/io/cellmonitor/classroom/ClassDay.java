package io.cellmonitor.classroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The day of a class: it begins at {@code start} in the class's zone, so that an evening class that runs past midnight is one day.
 */
public record ClassDay(ZoneId zone, LocalTime start) {

    /** The day that an instant belongs to. */
    public LocalDate of(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return instant.isBefore(startOf(date)) ? date.minusDays(1) : date;
    }

    /** When a day begins. */
    public Instant startOf(LocalDate day) {
        return day.atTime(start).atZone(zone).toInstant();
    }
}
