package io.cellmonitor.access;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A class as ingest and screens need to know it.
 *
 * @param zone where it is taught; times without a zone are read in it
 * @param dayStart the local time at which its day begins (04:00 unless set)
 * @param consentRequired whether a student must agree before anything is sent
 */
public record MonitoredClass(UUID id, String name, ZoneId zone, LocalTime dayStart, boolean consentRequired) {

    /** A class that asks for no consent. */
    public MonitoredClass(UUID id, String name, ZoneId zone, LocalTime dayStart) {
        this(id, name, zone, dayStart, false);
    }
}
