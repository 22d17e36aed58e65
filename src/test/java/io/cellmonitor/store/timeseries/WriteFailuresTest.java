package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.influxdb.exceptions.InfluxException;
import com.influxdb.exceptions.UnprocessableEntityException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

class WriteFailuresTest {

    private static InfluxException refused(String why) {
        String body =
                "{\"code\":\"unprocessable entity\",\"message\":\"failure writing points to database: partial write: "
                        + why + " dropped=1\"}";
        return new UnprocessableEntityException(
                Response.error(422, ResponseBody.create(body, MediaType.get("application/json"))));
    }

    /** Before 2.7 and since. */
    @ParameterizedTest
    @ValueSource(
            strings = {"points beyond retention policy", "dropped 1 points outside retention policy of duration 1h0m0s"
            })
    void promise5_aPointBeyondRetentionIsKnownByTheWordsOfEachVersion(String why) {
        assertThat(WriteFailures.isBeyondRetention(refused(why))).isTrue();
    }

    @Test
    void promise5_aFieldOfAnotherTypeIsAnotherFault() {
        assertThat(WriteFailures.isBeyondRetention(refused("field type conflict")))
                .isFalse();
    }
}
