package io.cellmonitor.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link LearningEvent} of the fields of one good event: never fails, whatever is in them. */
final class EventMending {

    private static final int KIB = 1024;
    private static final long SEVEN_DAYS_MS = 7L * 24 * 60 * 60 * 1000;
    private static final int LARGEST_INDEX = 100_000;

    private final Fields fields;
    private final Mending mending = new Mending();
    private final FieldMending field;

    private EventMending(Fields fields) {
        this.fields = fields;
        this.field = new FieldMending(fields, mending);
    }

    static LearningEvent mend(String type, Fields fields, ZoneId zone, Instant now) {
        return new EventMending(fields).event(type, zone, now);
    }

    private LearningEvent event(String sentType, ZoneId zone, Instant now) {
        String code = field.longText("code", 64 * KIB);
        String result = field.longText("result", 16 * KIB);
        String errorMessage = field.longText("errorMessage", 4 * KIB);
        String cellType = field.cellType();
        ReportedRun run = ReportedRun.of(new ReportedRun.Claims(
                sentType,
                field.flag("hasError"),
                field.text("errorName", 128),
                errorMessage,
                result,
                code,
                cellType,
                fields.has("executionCount")));
        Integer cellCount = field.number("cellCount", LARGEST_INDEX);
        return new LearningEvent(
                field.identifier("eventId", 64),
                run.type(),
                field.eventTime(zone, now),
                field.text("classId", 64),
                field.text("emailAddress", 254),
                field.text("userId", 100),
                field.text("userName", 100),
                field.text("teamName", 100),
                field.identifier("sessionId", FieldMending.IDENTIFIER_CODE_POINTS),
                field.text("notebookPath", 500),
                field.identifier("cellId", FieldMending.IDENTIFIER_CODE_POINTS),
                field.number("cellIndex", LARGEST_INDEX),
                cellType,
                code,
                field.number("executionCount", Integer.MAX_VALUE),
                field.whole("executionDurationMs", SEVEN_DAYS_MS),
                run.hasError(),
                run.errorName(),
                errorMessage,
                field.longText("traceback", 16 * KIB),
                result,
                cellCount != null ? cellCount : cellCountInMetadata(),
                field.cells(run.type()),
                metadata(run.type()));
    }

    private @Nullable Integer cellCountInMetadata() {
        return fields.get("metadata") instanceof Map<?, ?> metadata
                ? Numbers.between0And(metadata.get("cellCount"), LARGEST_INDEX)
                : null;
    }

    private Map<String, @Nullable Object> metadata(String type) {
        return mending.notedIn(MetadataMending.mend(fields.get("metadata"), fields.unknown(), type, mending));
    }
}
