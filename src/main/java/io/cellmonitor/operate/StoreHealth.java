package io.cellmonitor.operate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/**
 * How a store is, in the same words for each: {@code {"status":"healthy|unhealthy","response_time":<milliseconds>,"error":"..."}}, the data of
 * its health check.
 *
 * @param name {@code postgresql}, {@code redis} or {@code influxdb}
 * @param answerTime of the question that was asked, or until it was given up
 * @param error empty while it is healthy; else what is wrong, with the setting to correct where there is one; holds nobody's words
 */
record StoreHealth(String name, Duration answerTime, Optional<String> error) {

    /** Up when there is no error; {@code more} comes behind the three. */
    HealthCheckResponse answer(Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", error.isEmpty() ? "healthy" : "unhealthy");
        data.put("response_time", answerTime.toMillis());
        data.put("error", error.orElse(""));
        data.putAll(more);
        return new HealthCheckResponse(name, error.isEmpty() ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
