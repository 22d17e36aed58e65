package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.influx.RunningInflux;
import io.cellmonitor.servers.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfluxBucketTest {

    private static final String AVAILABLE = "io.cellmonitor.influx.InfluxUnderTest#available";

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource(AVAILABLE)
    void aMissingBucketIsMadeOnceAndKeepsItsRetention(InfluxUnderTest which) {
        RunningInflux running = which.running();
        try (OpenInflux influx = OpenInflux.keeping(Duration.ofHours(48), running)) {
            InfluxBucket.Found made = OpenInflux.wait(influx.bucket.require());
            assertThat(made.retention()).isEqualTo(Duration.ofHours(48));
            assertThat(OpenInflux.wait(influx.bucket.require())).isEqualTo(made);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource(AVAILABLE)
    void anUnknownTokenIsSaidByTheNameOfItsSetting(InfluxUnderTest which) {
        RunningInflux running = which.running();
        refuses(
                OpenInflux.settings(running.url(), "a-wrong-token", running.org()),
                "CELL_MONITOR_INFLUX_TOKEN",
                "(401)");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource(AVAILABLE)
    void anUnknownOrganisationIsSaidByTheNameOfItsSetting(InfluxUnderTest which) {
        RunningInflux running = which.running();
        refuses(OpenInflux.settings(running.url(), running.token(), "nobody"), "CELL_MONITOR_INFLUX_ORG", "nobody");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource(AVAILABLE)
    void aRetentionThatInfluxDbDoesNotTakeIsSaidByTheNameOfItsSetting(InfluxUnderTest which) {
        RunningInflux running = which.running();
        assertThatThrownBy(() -> OpenInflux.keeping(Duration.ofMinutes(10), running))
                .isInstanceOf(InfluxRefusal.class)
                .hasMessageContaining("CELL_MONITOR_INFLUX_RETENTION");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("debian")
    void aTokenThatMayNotMakeTheBucketIsToldWhatToDo(InfluxUnderTest which) {
        RunningInflux running = which.running();
        refuses(
                OpenInflux.settings(running.url(), "limited", running.org()),
                "CELL_MONITOR_INFLUX_TOKEN",
                "make the bucket yourself");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource(AVAILABLE)
    void anErrorInsideA200IsAnError(InfluxUnderTest which) {
        RunningInflux running = which.running();
        InfluxSettings settings = OpenInflux.settings(running.url(), running.token(), running.org());
        try (InfluxHttp http = new InfluxHttp(TestDatabase.vertx(), settings, new SimpleMeterRegistry())) {
            InfluxQuery query = new InfluxQuery(http, settings);
            assertThatThrownBy(() -> OpenInflux.wait(query.rows("SELECT v FROM m", Map.of())))
                    .isInstanceOf(InfluxRefusal.class)
                    .hasMessageContaining("database not found");
        }
    }

    static java.util.stream.Stream<InfluxUnderTest> debian() {
        return InfluxUnderTest.available().filter(which -> which == InfluxUnderTest.DEBIAN);
    }

    private static void refuses(InfluxSettings settings, String... words) {
        try (InfluxHttp http = new InfluxHttp(TestDatabase.vertx(), settings, new SimpleMeterRegistry())) {
            InfluxBucket bucket = new InfluxBucket(http, settings);
            assertThatThrownBy(() -> OpenInflux.wait(bucket.require()))
                    .isInstanceOf(InfluxRefusal.class)
                    .message()
                    .contains(words)
                    .doesNotContain(settings.token());
        }
    }
}
