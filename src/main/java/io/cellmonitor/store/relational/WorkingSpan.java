package io.cellmonitor.store.relational;

import java.time.Instant;

/** The first and the last run of a class within some minutes, by the senders' clocks. */
public record WorkingSpan(Instant first, Instant last) {}
