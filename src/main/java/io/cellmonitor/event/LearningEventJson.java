package io.cellmonitor.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole event as JSON, in the native form, UTF-8; absent fields are left out. This is what is sealed. Safe from any thread. */
public final class LearningEventJson {

    private LearningEventJson() {}

    /** The event as JSON; {@link #fromBytes} gives an equal one. */
    public static byte[] toBytes(LearningEvent event) {
        return JsonWriting.bytes(json -> write(json, event));
    }

    /** The event; throws {@link IllegalArgumentException} (without the content) for anything but what {@link #toBytes} made. */
    public static LearningEvent fromBytes(byte[] bytes) {
        try (JsonParser parser = JsonValues.FACTORY.createParser(bytes)) {
            parser.nextToken();
            if (JsonValues.read(parser) instanceof Map<?, ?> members
                    && members.get("eventType") instanceof String type) {
                return event(members, type);
            }
        } catch (IOException | ClassCastException malformed) {
            // Falls through: the cause would quote the content.
        }
        throw new IllegalArgumentException("not an event's JSON");
    }

    private static void write(JsonGenerator json, LearningEvent event) throws IOException {
        json.writeStartObject();
        member(json, "eventId", event.eventId());
        member(json, "eventType", event.eventType());
        member(
                json,
                "eventTime",
                event.eventTime() == null ? null : event.eventTime().toString());
        member(json, "classId", event.classId());
        member(json, "emailAddress", event.emailAddress());
        member(json, "userId", event.userId());
        member(json, "userName", event.userName());
        member(json, "teamName", event.teamName());
        member(json, "sessionId", event.sessionId());
        member(json, "notebookPath", event.notebookPath());
        writeCell(json, event);
        if (!event.metadata().isEmpty()) {
            member(json, "metadata", event.metadata());
        }
        json.writeEndObject();
    }

    private static void writeCell(JsonGenerator json, LearningEvent event) throws IOException {
        member(json, "cellId", event.cellId());
        member(json, "cellIndex", event.cellIndex());
        member(json, "cellType", event.cellType());
        member(json, "code", event.code());
        member(json, "executionCount", event.executionCount());
        member(json, "executionDurationMs", event.executionDurationMs());
        member(json, "hasError", event.hasError());
        member(json, "errorName", event.errorName());
        member(json, "errorMessage", event.errorMessage());
        member(json, "traceback", event.traceback());
        member(json, "result", event.result());
        member(json, "cellCount", event.cellCount());
        if (!event.cells().isEmpty()) {
            json.writeArrayFieldStart("cells");
            for (CellRef cell : event.cells()) {
                JsonWriting.value(json, Map.of("id", cell.id(), "type", cell.type()));
            }
            json.writeEndArray();
        }
    }

    private static void member(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            JsonWriting.value(json, value);
        }
    }

    private static LearningEvent event(Map<?, ?> members, String type) {
        String eventTime = (String) members.get("eventTime");
        return new LearningEvent(
                (String) members.get("eventId"),
                type,
                eventTime == null ? null : Instant.parse(eventTime),
                (String) members.get("classId"),
                (String) members.get("emailAddress"),
                (String) members.get("userId"),
                (String) members.get("userName"),
                (String) members.get("teamName"),
                (String) members.get("sessionId"),
                (String) members.get("notebookPath"),
                (String) members.get("cellId"),
                integer(members.get("cellIndex")),
                (String) members.get("cellType"),
                (String) members.get("code"),
                integer(members.get("executionCount")),
                (Long) members.get("executionDurationMs"),
                (Boolean) members.get("hasError"),
                (String) members.get("errorName"),
                (String) members.get("errorMessage"),
                (String) members.get("traceback"),
                (String) members.get("result"),
                integer(members.get("cellCount")),
                cells(members.get("cells")),
                metadata(members.get("metadata")));
    }

    private static @Nullable Integer integer(@Nullable Object value) {
        return value == null ? null : Math.toIntExact((Long) value);
    }

    private static List<CellRef> cells(@Nullable Object value) {
        List<CellRef> cells = new ArrayList<>();
        if (value instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Map<?, ?> cell
                        && cell.get("id") instanceof String id
                        && cell.get("type") instanceof String type) {
                    cells.add(new CellRef(id, type));
                }
            }
        }
        return List.copyOf(cells);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> metadata(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
    }
}
