package io.cellmonitor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a caller may ask for: ranges and their intervals. */
class TimeRangeTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static TimeRange range(String from, String to) {
        return TimeRange.of(from, to, Duration.ofHours(1), TOKYO, NOW);
    }

    private static String interval(String wish, Duration length) {
        return IntervalChoice.of(wish, new TimeRange(NOW.minus(length), NOW), TOKYO)
                .name();
    }

    private static void refused(Runnable asking, String field, String limit) {
        assertThatThrownBy(asking::run)
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.getParameters())
                                .containsEntry("field", field)
                                .containsEntry("limit", limit));
    }

    @Test
    void aRangeIsTheUsualOneUpToNowUnlessGiven() {
        assertThat(range(null, null)).isEqualTo(new TimeRange(NOW.minusSeconds(3600), NOW));
        assertThat(range("2026-11-21T09:00:00+09:00", null).from()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(range(null, "2026-11-20T09:00:00").to()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
    }

    @Test
    void aRangeThatCannotBeIsRefusedByItsFieldAndLimit() {
        refused(() -> range("2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z"), "from", "before to");
        refused(() -> range("2025-11-20T07:59:59Z", "2026-11-21T08:00:00Z"), "from", "max 366 days");
        refused(
                () -> range(null, "yesterday"),
                "to",
                "ISO 8601, such as 2026-11-21T08:00:00Z; without an offset in the class's zone");
        assertThat(range("2025-11-20T08:00:00Z", "2026-11-21T08:00:00Z").length())
                .isEqualTo(Duration.ofDays(366));
    }

    @Test
    void theIntervalIsTheShortestThatCutsTheRangeIntoAtMost120() {
        assertThat(interval(null, Duration.ofHours(2))).isEqualTo("PT1M");
        assertThat(interval(null, Duration.ofHours(2).plusMillis(1))).isEqualTo("PT5M");
        assertThat(interval(null, Duration.ofHours(10).plusMillis(1))).isEqualTo("PT10M");
        assertThat(interval(null, Duration.ofDays(1))).isEqualTo("PT30M");
        assertThat(interval(null, Duration.ofDays(5))).isEqualTo("PT1H");
        assertThat(interval(null, Duration.ofDays(120))).isEqualTo("P1D");
        assertThat(interval(null, Duration.ofDays(366))).isEqualTo("P7D");
    }

    @Test
    void aWishMayCutTheRangeIntoAtMost500() {
        assertThat(interval("PT1M", Duration.ofMinutes(500))).isEqualTo("PT1M");
        refused(() -> interval("PT1M", Duration.ofMinutes(501)), "interval", "max 500 intervals");
        refused(
                () -> interval("PT7M", Duration.ofHours(1)),
                "interval",
                "one of PT1M, PT5M, PT10M, PT30M, PT1H, P1D, P7D");
    }

    @Test
    void aPlaceAmongSessionsIsWhatAPageGave() {
        assertThat(SessionRange.of("2026-11-21T08:00:00Z_00000000-0000-0000-0000-000000000001", "5", 1000, 1000)
                        .after()
                        .startedAt())
                .isEqualTo(NOW);
        for (String place :
                new String[] {"", "_", "2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z_7", "+1000000-01-01T00:00:00Z_"}) {
            refused(() -> SessionRange.of(place, null, 1000, 1000), "after", "next of the page before");
        }
    }
}
