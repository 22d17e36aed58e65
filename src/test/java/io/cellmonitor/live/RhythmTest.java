package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that was set back must not keep the status from the screens until it is where it was (promise 4). */
class RhythmTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Rhythm rhythm = new Rhythm(Duration.ofSeconds(5));

    @Test
    void isDueAtFirstAndWhenItsTimeHasPassed() {
        assertThat(rhythm.isDue(NOON)).isTrue();
        rhythm.begin(NOON);
        assertThat(rhythm.isDue(NOON.plusMillis(4_999))).isFalse();
        assertThat(rhythm.isDue(NOON.plusSeconds(5))).isTrue();
    }

    @Test
    void isDueAfterAJumpOfTheClockEitherWay() {
        rhythm.begin(NOON);
        assertThat(rhythm.isDue(NOON.minus(Duration.ofHours(1)))).isTrue();
        assertThat(rhythm.isDue(NOON.plus(Duration.ofHours(1)))).isTrue();
        rhythm.begin(NOON.minus(Duration.ofHours(1)));
        assertThat(rhythm.isDue(NOON.minus(Duration.ofHours(1)).plusSeconds(1))).isFalse();
    }
}
