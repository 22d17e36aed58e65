package io.cellmonitor.store.timeseries;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.influx.RecordedAnswer;
import io.cellmonitor.store.relational.Written;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every InfluxDB at hand answers what we ask as 2.9.1 did; and what we make of retention. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("io.cellmonitor.influx.InfluxUnderTest#available")
class InfluxAnswersTest {

    private static final LoggedEvent NEW = Written.run(1, 0).event();
    private static final LoggedEvent OLD =
            Written.run(1, -Duration.ofHours(2).toMillis()).event();

    @Parameter
    InfluxUnderTest which;

    private OpenInflux influx;

    @BeforeEach
    void makeABucketOfAnHour() {
        influx = OpenInflux.keeping(Duration.ofHours(1), which.running());
    }

    @AfterEach
    void close() {
        influx.close();
    }

    @Test
    void aPointThatComesTwiceIsOne() {
        long now = now();
        answers(write("m v=1i " + now), RecordedAnswer.WRITTEN);
        String twice = "m v=2i " + (now + 1);
        answers(write(twice + "\n" + twice), RecordedAnswer.WRITTEN);
        answers(write(twice), RecordedAnswer.WRITTEN);
        assertThat(influx.count("m", "v")).isEqualTo(2);
    }

    @Test
    void aLineThatDoesNotParseTakesItsWholeBatchWithIt() {
        long now = now();
        answers(write("m v=1i " + now + "\nm v= 1\nm v=3i " + (now + 1)), RecordedAnswer.LINE_THAT_DOES_NOT_PARSE);
        assertThat(influx.count("m", "v")).isZero();
    }

    @Test
    void aFieldOfAnotherTypeLosesItsOwnLineOnly() {
        long now = now();
        answers(write("m v=1i " + now), RecordedAnswer.WRITTEN);
        answers(write("m v=1.5 " + (now + 1) + "\nm v=2i " + (now + 2)), RecordedAnswer.FIELD_OF_ANOTHER_TYPE);
        assertThat(influx.count("m", "v")).isEqualTo(2);
    }

    @Test
    void aPointBeyondRetentionLosesItsOwnLineOnly() {
        long now = now();
        long tooOld = now - Duration.ofHours(2).toNanos();
        answers(write("m v=1i " + tooOld + "\nm v=2i " + now), RecordedAnswer.POINT_BEYOND_RETENTION);
        assertThat(influx.count("m", "v")).isEqualTo(1);
    }

    @Test
    void anUnknownTokenAndAMissingBucketAreRefused() {
        answers(write("a-wrong-token", influx.settings.bucket(), "m v=1i"), RecordedAnswer.UNKNOWN_TOKEN);
        answers(write(influx.settings.token(), "nope", "m v=1i"), RecordedAnswer.MISSING_BUCKET);
    }

    @Test
    void theErrorsOfAQueryComeInsideA200() {
        answers(query(influx.settings.bucket()), RecordedAnswer.QUERY_WITHOUT_DATA);
        answers(query("nope"), RecordedAnswer.QUERY_OF_A_MISSING_BUCKET);
    }

    /** What is stored and gone at once is no reason to refuse others. */
    @Test
    void promise5_anEventBeyondRetentionIsLeftOut() {
        OpenInflux.wait(influx.subscriber.target());
        influx.write(List.of(OLD, NEW));
        assertThat(influx.count(Measurements.RUNS, "error")).isEqualTo(1);
    }

    /** As when the retention was changed after our start. */
    @Test
    void promise5_sentAllTheSameItIsAFaultOfItsBatchAndNoneAlone() {
        assertThatThrownBy(() -> influx.write(List.of(OLD, NEW))).matches(influx.subscriber::isDataError);
        influx.write(List.of(OLD));
        assertThat(influx.count(Measurements.RUNS, "error")).isEqualTo(1);
    }

    private static void answers(Response answer, RecordedAnswer recorded) {
        assertThat(answer.statusCode()).isEqualTo(recorded.status());
        assertThat(RecordedAnswer.shape(answer.asString())).isEqualTo(recorded.shape());
    }

    private Response write(String lines) {
        return write(influx.settings.token(), influx.settings.bucket(), lines);
    }

    private Response write(String token, String bucket, String lines) {
        return with(token)
                .contentType("text/plain")
                .queryParam("org", influx.settings.org())
                .queryParam("bucket", bucket)
                .queryParam("precision", "ns")
                .body(lines)
                .post(influx.settings.url() + "/api/v2/write");
    }

    private Response query(String bucket) {
        return with(influx.settings.token())
                .formParam("db", bucket)
                .formParam("q", "SELECT v FROM m")
                .post(influx.settings.url() + "/query");
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Token " + token);
    }

    private static long now() {
        return PointTime.ofMillis(System.currentTimeMillis());
    }
}
