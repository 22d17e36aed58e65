package io.cellmonitor.store.relational;

import java.time.Instant;
import java.util.UUID;

/** A place among sessions that are sorted by their beginning, newest first, and by id. */
public record SessionPlace(Instant startedAt, UUID id) {

    /** Before the first. PostgreSQL's years end before Java's do. */
    public static final SessionPlace FIRST = new SessionPlace(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));
}
