package io.cellmonitor.influx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** What InfluxDB 2.9.1 answered, as kept in {@code src/test/resources/influx}. */
public enum RecordedAnswer {
    WRITTEN,
    LINE_THAT_DOES_NOT_PARSE,
    UNKNOWN_TOKEN,
    TOKEN_WITHOUT_THE_RIGHT,
    MISSING_BUCKET,
    FIELD_OF_ANOTHER_TYPE,
    POINT_BEYOND_RETENTION,
    OVERLOAD,
    QUERY_WITHOUT_DATA,
    QUERY_OF_A_MISSING_BUCKET;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode ALL = all();

    /** The status. */
    public int status() {
        return recorded().path("status").intValue();
    }

    /** The body as JSON; empty where there is none. */
    public String body() {
        JsonNode body = recorded().path("body");
        return body.isMissingNode() ? "" : body.toString();
    }

    /** The body without what differs from question to question: names, values, times, durations. */
    public JsonNode shape() {
        return shape(body());
    }

    /** The same of another answer. */
    public static JsonNode shape(String body) {
        return json(body.strip()
                .replaceAll("'[^']*'", "'LINE'")
                .replaceAll("\\\\\"[^\"]*\\\\\"", "NAME")
                .replaceAll("database not found: [^\"]*", "database not found: NAME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("\\d+h\\d+m\\d+s", "DURATION")
                .replaceAll("database: [0-9a-f]{16}", "database: ID"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer answer() {
        JsonNode body = recorded().path("body");
        return body.isMissingNode() ? Answer.empty(status()) : Answer.json(status(), body);
    }

    private JsonNode recorded() {
        return ALL.required(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static JsonNode all() {
        try (InputStream file = RecordedAnswer.class.getResourceAsStream("/influx/answers-2.9.1.json")) {
            return JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
