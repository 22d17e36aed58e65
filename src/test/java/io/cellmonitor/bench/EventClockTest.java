package io.cellmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An open loop's events: their times are fixed beforehand, and an id leads back to its event. */
class EventClockTest {

    private final EventClock clock = new EventClock("l1-", 2_000, 10, 30);

    @Test
    void anIdLeadsBackToItsEventAndAForeignOneToNone() {
        assertThat(clock.event(clock.id(17))).isEqualTo(17);
        assertThat(clock.event("l2-000000017")).isEqualTo(-1);
        assertThat(clock.event("l1-17")).isEqualTo(-1);
    }

    @Test
    void theFirstAreNotMeasured() {
        assertThat(clock.isMeasured(9)).isFalse();
        assertThat(clock.isMeasured(10)).isTrue();
        assertThat(clock.isMeasured(30)).isFalse();
        assertThat(clock.measured()).isEqualTo(20);
    }

    @Test
    void thePaceIsEven() {
        assertThat(clock.intended(20) - clock.intended(0)).isEqualTo(10_000_000);
    }
}
