package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way for the browsers' form says what the general one says. */
class EventTimeTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:30:00.123Z, 2026-11-21T09:30:00.123Z",
        "2028-02-29T23:59:59.999Z, 2028-02-29T23:59:59.999Z",
        "2026-11-21t09:30:00.123z, 2026-11-21T09:30:00.123Z",
        "2026-11-21T09:30:00.1234Z, 2026-11-21T09:30:00.123Z",
        "2026-11-21T09:30:00.123+09:00, 2026-11-21T00:30:00.123Z",
        "2026-11-21T09:30:00.1234567, 2026-11-21T00:30:00.123Z"
    })
    void timesAreRead(String sent, Instant meant) {
        assertThat(EventTime.read(sent, TOKYO)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:30:00.123Z",
                "2026-13-01T09:30:00.123Z",
                "2026-11-21T24:30:00.123Z",
                "2026-11-21T09:60:00.123Z",
                "2026-11-21T09:30:60.123Z",
                "2026-11-21T09:30:00.1x3Z",
                "2026-11-21T09:30:00.12٣Z"
            })
    void whatIsNoTimeIsNone(String sent) {
        assertThat(EventTime.read(sent, TOKYO)).isNull();
    }
}
