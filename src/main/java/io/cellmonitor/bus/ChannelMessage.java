package io.cellmonitor.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.StreamId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One message for other programs: JSON without a student's words (promise 11). */
final class ChannelMessage {

    private static final JsonFactory JSON = new JsonFactory();

    private ChannelMessage() {}

    static byte[] of(StreamId id, Envelope envelope) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeStringField("event_type", envelope.eventType());
            json.writeStringField("user_id", envelope.student().toString());
            json.writeStringField("class_id", envelope.classId().toString());
            json.writeObjectFieldStart("data");
            place(json, envelope);
            run(json, envelope);
            progress(json, envelope);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void place(JsonGenerator json, Envelope envelope) throws IOException {
        text(json, "event_id", envelope.eventId());
        text(json, "event_time", envelope.eventTime());
        text(json, "session_id", envelope.sessionId());
        text(json, "notebook_id", envelope.notebookId());
        text(json, "notebook_path", envelope.notebookPath());
        text(json, "cell_id", envelope.cellId());
        number(json, "cell_index", envelope.cellIndex());
        text(json, "cell_type", envelope.cellType());
    }

    private static void run(JsonGenerator json, Envelope envelope) throws IOException {
        number(json, "execution_count", envelope.executionCount());
        number(json, "execution_duration_ms", envelope.durationMs());
        Boolean hasError = envelope.hasError();
        if (hasError != null) {
            json.writeBooleanField("has_error", hasError);
        }
        text(json, "error_name", envelope.errorName());
        if (envelope.lateMs() > 0) {
            json.writeNumberField("late_ms", envelope.lateMs());
        }
    }

    private static void progress(JsonGenerator json, Envelope envelope) throws IOException {
        number(json, "completed_cells", envelope.completedCells());
        number(json, "total_cells", envelope.totalCells());
        number(json, "count", envelope.count());
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value.longValue());
        }
    }
}
