package io.cellmonitor.influx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a stand-in answers. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer json(int status, Object body) {
        try {
            return new Answer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The shape of 2.x's errors. */
    static Answer error(int status, String code, String message) {
        return json(status, Map.of("code", code, "message", message));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
