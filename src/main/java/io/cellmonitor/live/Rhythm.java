package io.cellmonitor.live;

import java.time.Duration;
import java.time.Instant;

/** When something that happens every so often is due again. A clock that jumps, either way, makes it due and never keeps it away. */
final class Rhythm {

    private final Duration every;
    private Instant last = Instant.EPOCH;

    Rhythm(Duration every) {
        this.every = every;
    }

    boolean isDue(Instant now) {
        return Duration.between(last, now).abs().compareTo(every) >= 0;
    }

    /** It happens now. */
    void begin(Instant now) {
        last = now;
    }
}
