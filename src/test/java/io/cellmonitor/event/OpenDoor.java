package io.cellmonitor.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** What the corpus is posted through: one class in Asia/Tokyo, whatever classId says, at a fixed clock. */
final class OpenDoor {

    static final UUID CLASS = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    static final ClassRule RULE = classId -> new ClassRule.Covered(CLASS, ZoneId.of("Asia/Tokyo"));

    private OpenDoor() {}

    static Decoding decode(byte[] body) {
        return EventDecoder.decode(body, RULE, NOW);
    }
}
