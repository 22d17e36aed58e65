package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void partsOfADayBeginAtTheEpochWhateverTheZone() {
        Intervals intervals = new Intervals(Duration.ofMinutes(30), ZoneId.of("Asia/Kathmandu"));
        assertThat(intervals.starts(at("2026-11-01T04:10:00Z"), at("2026-11-01T05:00:00Z")))
                .containsExactly(at("2026-11-01T04:00:00Z"), at("2026-11-01T04:30:00Z"));
    }

    @Test
    void aDayOnWhichClocksGoBackHas25HoursAndOneOnWhichTheyGoForwardHas23() {
        Intervals days = new Intervals(Intervals.DAY, NEW_YORK);
        assertThat(days.starts(at("2026-10-31T12:00:00Z"), at("2026-11-02T05:00:00.001Z")))
                .containsExactly(at("2026-10-31T04:00:00Z"), at("2026-11-01T04:00:00Z"), at("2026-11-02T05:00:00Z"));
        assertThat(days.starts(at("2026-03-08T05:00:00Z"), at("2026-03-09T04:00:00Z")))
                .containsExactly(at("2026-03-08T05:00:00Z"));
    }

    @Test
    void weeksBeginOnMonday() {
        Intervals weeks = new Intervals(Intervals.WEEK, NEW_YORK);
        assertThat(weeks.starts(at("2026-11-02T04:59:59.999Z"), at("2026-11-02T05:00:01Z")))
                .containsExactly(at("2026-10-26T04:00:00Z"), at("2026-11-02T05:00:00Z"));
    }

    @Test
    void lengthsThatFitNoDayAreRefused() {
        for (String length : new String[] {"PT7M", "PT0S", "-PT1H", "P2D", "PT25H"}) {
            assertThatThrownBy(() -> new Intervals(Duration.parse(length), NEW_YORK))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
