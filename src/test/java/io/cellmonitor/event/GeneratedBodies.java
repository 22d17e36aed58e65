package io.cellmonitor.event;

import java.util.List;
import java.util.Random;

/**
 * Bodies that senders might send on a bad day: events whose fields hold the wrong kind, too much or strange characters, in arrays, envelopes
 * and alone, whole or damaged. The same seed makes the same body.
 */
public final class GeneratedBodies {

    private static final List<String> NAMES = List.of(
            "eventType",
            "event_type",
            "eventId",
            "eventTime",
            "timestamp",
            "classId",
            "emailAddress",
            "userId",
            "user_id",
            "userName",
            "sessionId",
            "notebookPath",
            "cellId",
            "cellIndex",
            "cellType",
            "code",
            "executionCount",
            "executionDurationMs",
            "executionTime",
            "executionSuccess",
            "hasError",
            "errorName",
            "errorMessage",
            "traceback",
            "result",
            "output",
            "metadata",
            "cells",
            "cellCount",
            "data",
            "_dropped",
            "a\\u0000b",
            "\\ud83d\\ude00",
            "\\udc00",
            "");
    private static final List<String> TYPES = List.of(
            "cell_executed",
            "cell_error",
            "cell_execution",
            "help",
            "notebook_opened",
            "progress_update",
            "hint_sent",
            "help_on_my_way",
            "x",
            "X!",
            "");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "3.99",
            "1e400",
            "-1e400",
            "99999999999999999999999",
            "1e-999",
            "2147483648",
            "\"\"",
            "\"code\"",
            "\"2026-11-20T01:02:03Z\"",
            "\"2026-11-20T10:02:03.5\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"花子\"",
            "\"NameError: name 'x' is not defined\"",
            "[]",
            "{}",
            "[{\"id\":\"c\",\"type\":\"code\"},null,1]");

    private final Random random;

    private GeneratedBodies(long seed) {
        this.random = new Random(seed);
    }

    /** A body. */
    public static String of(long seed) {
        return new GeneratedBodies(seed).body();
    }

    private String body() {
        String body = random.nextInt(3) == 0 ? event() : array();
        return switch (random.nextInt(12)) {
            case 0 -> body.substring(0, random.nextInt(body.length() + 1));
            case 1 -> body.replace(':', random.nextBoolean() ? ',' : ':') + "]";
            default -> body;
        };
    }

    private String array() {
        StringBuilder array = new StringBuilder("[");
        for (int left = random.nextInt(5); left > 0; left--) {
            array.append(random.nextInt(8) == 0 ? value(0) : event()).append(left > 1 ? "," : "");
        }
        return array.append(']').toString();
    }

    private String event() {
        StringBuilder event = new StringBuilder("{");
        if (random.nextInt(6) != 0) {
            event.append("\"eventType\":\"").append(one(TYPES)).append("\",\"userName\":\"s1\"");
        } else {
            event.append("\"event_type\":\"")
                    .append(one(TYPES))
                    .append("\",\"data\":")
                    .append(object(1));
        }
        for (int left = random.nextInt(12); left > 0; left--) {
            event.append(",\"").append(one(NAMES)).append("\":").append(value(0));
        }
        return event.append('}').toString();
    }

    private String value(int depth) {
        return switch (depth > 9 ? 0 : random.nextInt(8)) {
            case 5 ->
                "\""
                        + one(List.of("x", "あ", "😀", "\\n", "\\ud83d"))
                                .repeat(random.nextInt(random.nextInt(40) == 0 ? 70_000 : 200))
                        + "\"";
            case 6 -> object(depth + 1);
            case 7 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
            default -> one(SCALARS);
        };
    }

    private String object(int depth) {
        return "{\"" + one(NAMES) + "\":" + value(depth) + ",\"" + one(NAMES) + "\":" + value(depth) + "}";
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
