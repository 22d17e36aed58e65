package io.cellmonitor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a class as every generator sends them: of ten, seven are good runs, two are errors with a traceback, one is progress. Each text is
 * an event's JSON without its id: what follows {@code {"eventId":"...",}.
 */
final class EventTexts {

    private static final int KINDS = 10;
    private static final DateTimeFormatter JAVA_SCRIPT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventTexts() {}

    /** In an order in which neighbours are of different students. */
    static List<String> of(int students) {
        // As JavaScript writes it.
        String now = JAVA_SCRIPT.format(Instant.now());
        List<String> texts = new ArrayList<>();
        for (int kind = 0; kind < KINDS; kind++) {
            for (int student = 0; student < students; student++) {
                texts.add(text(event(student, (kind + student) % KINDS, now)));
            }
        }
        return texts;
    }

    /** The whole event. */
    static String event(String id, String text) {
        return "{\"eventId\":\"" + id + "\"," + text;
    }

    private static String text(Map<String, Object> event) {
        try {
            return JSON.writeValueAsString(event).substring(1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> event(int student, int kind, String now) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", kind < 7 ? "cell_executed" : kind < 9 ? "cell_error" : "progress_update");
        event.put("eventTime", now);
        event.put("emailAddress", "student%04d@example.org".formatted(student));
        event.put("userName", "学生 %04d".formatted(student));
        event.put("sessionId", "0b54c6ae-9f0e-4c53-8a2b-3f6d7c1e%04d".formatted(student));
        event.put("notebookPath", "lesson3.ipynb");
        if (kind == 9) {
            event.put("metadata", Map.of("completedCells", student % 12, "totalCells", 12));
        } else {
            run(event, student, kind);
        }
        return event;
    }

    private static void run(Map<String, Object> event, int student, int kind) {
        int cell = (student + kind) % 12;
        event.put("cellId", "cell-%02d".formatted(cell));
        event.put("cellIndex", cell);
        event.put("cellType", "code");
        event.put("code", "total = 0\nfor i in range(%d):\n    total += i  # 足す\nprint('合計:', total)".formatted(cell));
        event.put("executionCount", student % 40 + kind);
        event.put("executionDurationMs", 5 + student);
        event.put("hasError", kind >= 7);
        if (kind < 7) {
            event.put("result", "合計: " + cell + "\n");
        } else {
            event.put("errorName", "NameError");
            event.put("errorMessage", "name 'pritn' is not defined");
            event.put(
                    "traceback",
                    "Traceback (most recent call last):\n  Cell In[1], line 1\n    pritn(total)\nNameError: name 'pritn' is not defined");
        }
    }
}
