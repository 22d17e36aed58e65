package io.cellmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Compares a stored event with the corpus: objects as subsets, lists exactly, null means absent. */
public final class StoredAsExpected {

    private StoredAsExpected() {}

    /** Fails unless {@code stored} has all that {@code expected} asks for. */
    public static void check(JsonNode stored, JsonNode expected) {
        expected.properties().forEach(member -> checkMember(stored, member.getKey(), member.getValue()));
    }

    private static void checkMember(JsonNode stored, String name, JsonNode expected) {
        JsonNode value = stored.path(name);
        switch (name) {
            case "resultLength" -> {
                String result = stored.path("result").textValue();
                assertThat(result.codePointCount(0, result.length())).isEqualTo(expected.intValue());
            }
            case "eventTime" -> checkTime(value, expected);
            default -> {
                if (expected.isNull()) {
                    assertThat(value.isMissingNode() || value.isNull()).as(name).isTrue();
                } else if (expected.isObject()) {
                    check(value, expected);
                } else {
                    assertThat(value).as(name).isEqualTo(expected);
                }
            }
        }
    }

    private static void checkTime(JsonNode value, JsonNode expected) {
        assertThat(value.isMissingNode() ? null : Instant.parse(value.textValue()))
                .isEqualTo(expected.isNull() ? null : Instant.parse(expected.textValue()));
    }
}
