package io.cellmonitor.store.relational;

import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.HelpReference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inserts events, in one statement, and tells which of them were not there before (promise 2). Nearly always that is all of them, and how many
 * rows came says so; only else are they inserted once more, each told by its key, for telling costs a tenth of storing.
 */
final class EventInsert {

    private static final String INSERT = """
            insert into learning_events (user_id, event_id, log_ms, log_seq, class_id, notebook_id, session_id, sender_session_id,
                event_type, event_time, sent_at, occurred_at, received_at, cell_id, cell_index, cell_type, execution_count, duration_ms,
                has_error, error_name, error_shape, error_key, completed_cells, total_cells, count, cells, sealed,
                help_request, teacher_id, hint_id)
            select user_id, event_id, log_ms, log_seq, class_id, notebook_id, session_id, sender_session_id,
                event_type, event_time, sent_at, occurred_at, received_at, cell_id, cell_index, cell_type, execution_count, duration_ms,
                has_error, error_name, error_shape, error_key, completed_cells, total_cells, count, cells::jsonb, sealed,
                help_request, teacher_id, hint_id
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
                $9::text[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::int[],
                $16::text[], $17::int[], $18::bigint[], $19::boolean[], $20::text[], $21::text[], $22::text[], $23::int[], $24::int[],
                $25::int[], $26::text[], $27::bytea[], $28::text[], $29::uuid[], $30::uuid[])
                as given (user_id, event_id, log_ms, log_seq, class_id, notebook_id, session_id, sender_session_id,
                event_type, event_time, sent_at, occurred_at, received_at, cell_id, cell_index, cell_type, execution_count, duration_ms,
                has_error, error_name, error_shape, error_key, completed_cells, total_cells, count, cells, sealed,
                help_request, teacher_id, hint_id)
            order by user_id, event_id
            on conflict do nothing""";

    private static final String TELLING = INSERT + " returning user_id, event_id";

    private EventInsert() {}

    /** Those of {@code events} that are rows only now, in their order. In a transaction. */
    static Uni<List<PlacedEvent>> insert(SqlConnection connection, List<PlacedEvent> events) {
        Tuple columns = columns(events).tuple();
        return Statements.run(connection, "savepoint before_events", Tuple.tuple())
                .chain(() -> Statements.run(connection, INSERT, columns))
                .chain(inserted -> inserted.rowCount() == events.size()
                        ? Uni.createFrom().item(events)
                        : Statements.run(connection, "rollback to savepoint before_events", Tuple.tuple())
                                .chain(() -> Statements.run(connection, TELLING, columns))
                                .map(told -> only(events, told)));
    }

    private static List<PlacedEvent> only(List<PlacedEvent> events, RowSet<Row> told) {
        Set<EventBatch.Key> inserted = new HashSet<>();
        told.forEach(row -> inserted.add(new EventBatch.Key(row.getUUID(0), row.getString(1))));
        return events.stream()
                .filter(event -> inserted.contains(EventBatch.Key.of(event.envelope())))
                .toList();
    }

    private static Columns<PlacedEvent> columns(List<PlacedEvent> events) {
        Columns<PlacedEvent> columns = new Columns<>(events)
                .uuid(of(Envelope::student))
                .text(of(Envelope::eventId))
                .number(it -> it.event().id().milliseconds())
                .number(it -> it.event().id().sequence())
                .uuid(of(Envelope::classId))
                .uuid(of(Envelope::notebookId))
                .uuid(PlacedEvent::session)
                .text(of(Envelope::sessionId))
                .text(of(Envelope::eventType))
                .time(of(Envelope::eventTime))
                .time(of(Envelope::sentAt))
                .time(it -> it.event().occurredAt())
                .time(it -> it.event().receivedAt());
        return detail(columns)
                .bytes(it -> it.event().sealed())
                .text(help(it -> it.request() == null ? null : it.request().toString()))
                .uuid(help(HelpReference::teacher))
                .uuid(help(HelpReference::hint));
    }

    private static Columns<PlacedEvent> detail(Columns<PlacedEvent> columns) {
        return columns.text(of(Envelope::cellId))
                .integer(of(Envelope::cellIndex))
                .text(of(Envelope::cellType))
                .integer(of(Envelope::executionCount))
                .number(of(Envelope::durationMs))
                .truth(of(Envelope::hasError))
                .text(of(Envelope::errorName))
                .text(of(Envelope::errorShape))
                .text(of(Envelope::errorKey))
                .integer(of(Envelope::completedCells))
                .integer(of(Envelope::totalCells))
                .integer(of(Envelope::count))
                .text(it -> cells(it.envelope().cells()));
    }

    private static <T> Function<PlacedEvent, @Nullable T> of(Function<Envelope, @Nullable T> column) {
        return it -> column.apply(it.envelope());
    }

    private static <T> Function<PlacedEvent, @Nullable T> help(Function<HelpReference, @Nullable T> column) {
        return it ->
                it.envelope().help() == null ? null : column.apply(it.envelope().help());
    }

    private static @Nullable String cells(List<CellRef> cells) {
        if (cells.isEmpty()) {
            return null;
        }
        JsonArray array = new JsonArray();
        cells.forEach(cell -> array.add(new JsonObject().put("id", cell.id()).put("type", cell.type())));
        return array.encode();
    }
}
