package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.influxdb.client.write.Point;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.StandIn;
import io.cellmonitor.store.relational.Written;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What InfluxDB's answers to a write mean, with the answers recorded of 2.9.1 (promise 5). */
class InfluxSubscriberTest {

    private static final List<LoggedEvent> RUN = List.of(Written.run(1, 0).event());

    private final StandIn standIn =
            new StandIn(URI.create("http://127.0.0.1:9"), 0, "token", "limited", "cell-monitor");
    private final OpenInflux influx =
            new OpenInflux(OpenInflux.settings(standIn.address(), "token", "cell-monitor"), null);

    @AfterEach
    void close() {
        influx.close();
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "413", "422"})
    void promise5_aRefusedLineIsTheFaultOfTheData(String status) {
        Throwable failure = failure("status", status);
        assertThat(influx.subscriber.isDataError(failure)).isTrue();
        assertThat(influx.subscriber.reason(failure)).isEqualTo("InfluxDB answers " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403", "404", "429", "500", "503"})
    void promise5_everyOtherAnswerIsNot(String status) {
        Throwable failure = failure("status", status);
        assertThat(influx.subscriber.isDataError(failure)).isFalse();
        assertThat(influx.subscriber.reason(failure)).isEqualTo("InfluxDB answers " + status);
    }

    @Test
    void promise5_aLostConnectionIsNot() {
        Throwable failure = failure("drop", "true");
        assertThat(influx.subscriber.isDataError(failure)).isFalse();
        assertThat(influx.subscriber.reason(failure)).isEqualTo("InfluxDB does not answer");
    }

    @Test
    void itWaitsAsLongAsItIsAsked() {
        failure("status", "429", "retry-after", "2");
        standIn.fail(Map.of("status", "500"));
        Instant asked = Instant.now();

        assertThat(write()).isNotNull();

        assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofMillis(1_500));
    }

    @Test
    void itDoesNotWaitForHours() {
        assertThat(WriteFailures.retryAfter(failure("status", "503", "retry-after", "3600")))
                .isEqualTo(Duration.ofSeconds(25));
        assertThat(WriteFailures.retryAfter(failure("status", "503"))).isZero();
    }

    @Test
    void eventsThatMakeNoPointNeedNoInfluxDb() {
        standIn.fail(Map.of("drop", "true"));
        influx.write(Written.events(Written.of(1, "notebook_saved", 0), Written.of(1, "help", 1)));
    }

    @Test
    void aRunIsAPointWithTheCellAsAField() {
        LoggedEvent failed = Written.of(1, "cell_error", 0).eventId("e-1").event();
        long millis = failed.envelope().eventTime().toEpochMilli();

        assertThat(EventPoints.of(failed).map(Point::toLineProtocol))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("cell_executions,class_id=" + Written.CLASS
                                + ",event_type=cell_error,notebook_path=lesson1.ipynb,user_id=" + Written.student(1)
                                + " cell_index=3i,error=1i,error_message=\"NameError: name ? is not defined\","
                                + "execution_count=7i,execution_duration_ms=12i,has_error=true " + millis));
    }

    @Test
    void aProgressUpdateIsAPointInPercent() {
        LoggedEvent progress = Written.of(1, "progress_update", 0).event();
        Optional<String> line = EventPoints.of(progress).map(Point::toLineProtocol);
        assertThat(line)
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("learning_progress,")
                        .contains(" completed_cells=2i,progress_percentage=40.0,total_cells=5i "));
    }

    @Test
    void promise3_thePointOfAnEventIsAlwaysTheSame() {
        LoggedEvent event = Written.run(1, 0).eventId("e-1").event();
        LoggedEvent again = Written.run(1, 0)
                .eventId("e-1")
                .at(event.id().milliseconds(), 0)
                .event();
        assertThat(PointTime.of(again)).isEqualTo(PointTime.of(event));
        assertThat(PointTime.of(Written.run(1, 0).eventId("e-2").event())).isNotEqualTo(PointTime.of(event));
    }

    /** A point with a tag that cannot be written would take its whole batch with it. */
    @Test
    void tagsAreWritable() {
        assertThat(Tags.writable("a\nb\\")).isEqualTo("a b");
    }

    private Throwable failure(String... words) {
        Map<String, String> fault = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            fault.put(words[i], words[i + 1]);
        }
        standIn.fail(fault);
        return write();
    }

    private Throwable write() {
        return catchThrowable(() -> influx.write(RUN));
    }
}
