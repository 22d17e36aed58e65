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
 * @param rules when a student counts as failing, stuck and away
 */
public record MonitoredClass(
        UUID id, String name, ZoneId zone, LocalTime dayStart, boolean consentRequired, ClassRules rules) {

    /** A class that asks for no consent and has set no rules. */
    public MonitoredClass(UUID id, String name, ZoneId zone, LocalTime dayStart) {
        this(id, name, zone, dayStart, false, ClassRules.DEFAULT);
    }
}
