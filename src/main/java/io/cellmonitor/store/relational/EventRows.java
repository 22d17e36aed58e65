package io.cellmonitor.store.relational;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads events as they were in the log out of the rows that {@link EventInsert} wrote. */
final class EventRows {

    /** What {@link #event} needs; {@code e}, {@code u} and {@code n} are learning_events, users and notebooks. */
    static final String SELECT = """
            select e.log_ms, e.log_seq, e.class_id, e.user_id, u.username, e.event_id, e.event_type, e.event_time, e.sent_at,
                e.notebook_id, n.path, e.sender_session_id, e.cell_id, e.cell_index, e.cell_type, e.execution_count, e.duration_ms,
                e.has_error, e.error_name, e.error_shape, e.error_key, e.completed_cells, e.total_cells, e.count, e.cells, e.sealed,
                e.help_request, e.teacher_id, e.hint_id
            from learning_events e
            join users u on u.id = e.user_id
            left join notebooks n on n.id = e.notebook_id
            """;

    /** What a fold needs: of the words, which are most of a row, only those of asking and helping. */
    static final String FOR_FOLDS = SELECT.replace(
            "e.sealed",
            "case when e.event_type = 'help' or e.teacher_id is not null then e.sealed else ''::bytea end as sealed");

    private static final byte[] NO_NAME = new byte[0];

    private EventRows() {}

    /** The event of a row; its {@code sealedName} is empty. */
    static LoggedEvent event(Row row) {
        return new LoggedEvent(id(row), envelope(row), row.getBuffer("sealed").getBytes(), NO_NAME);
    }

    static StreamId id(Row row) {
        return new StreamId(row.getLong("log_ms"), row.getLong("log_seq"));
    }

    static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Envelope envelope(Row row) {
        return new Envelope(
                row.getUUID("class_id"),
                row.getUUID("user_id"),
                row.getString("username"),
                row.getString("event_id"),
                row.getString("event_type"),
                instant(row, "event_time"),
                instant(row, "sent_at"),
                row.getUUID("notebook_id"),
                row.getString("path"),
                row.getString("sender_session_id"),
                row.getString("cell_id"),
                row.getInteger("cell_index"),
                row.getString("cell_type"),
                row.getInteger("execution_count"),
                row.getLong("duration_ms"),
                row.getBoolean("has_error"),
                row.getString("error_name"),
                row.getString("error_shape"),
                row.getString("error_key"),
                row.getInteger("completed_cells"),
                row.getInteger("total_cells"),
                row.getInteger("count"),
                cells(row),
                help(row));
    }

    private static @Nullable HelpReference help(Row row) {
        String request = row.getString("help_request");
        UUID teacher = row.getUUID("teacher_id");
        UUID hint = row.getUUID("hint_id");
        return request == null && teacher == null && hint == null
                ? null
                : new HelpReference(request == null ? null : StreamId.parse(request), teacher, hint);
    }

    /** The cells that a row lists; empty where it lists none. */
    static List<CellRef> cells(Row row) {
        JsonArray cells = row.get(JsonArray.class, "cells");
        if (cells == null) {
            return List.of();
        }
        return cells.stream()
                .map(JsonObject.class::cast)
                .map(cell -> new CellRef(
                        Objects.requireNonNullElse(cell.getString("id"), ""),
                        Objects.requireNonNullElse(cell.getString("type"), "")))
                .toList();
    }
}
