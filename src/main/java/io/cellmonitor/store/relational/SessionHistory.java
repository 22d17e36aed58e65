package io.cellmonitor.store.relational;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.cellmonitor.store.relational.SessionPlacing.Last;
import io.cellmonitor.store.relational.SessionPlacing.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what {@link SessionPlacing} needs to know of the stored events, for events whose sender names no session. */
final class SessionHistory {

    private static final String STORED = """
            select e.user_id, e.event_id, e.session_id
            from unnest($1::uuid[], $2::text[]) as given (user_id, event_id)
            join learning_events e on e.user_id = given.user_id and e.event_id = given.event_id
            where e.session_id is not null""";

    // The index (user_id, log_ms, log_seq) serves it; the silence bounds how far it looks back.
    private static final String BEFORE = """
            select given.class_id, given.user_id, given.notebook_id, before.log_ms, before.log_seq, before.session_id
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[])
                 as given (class_id, user_id, notebook_id, log_ms, log_seq)
            cross join lateral (
                select e.log_ms, e.log_seq, e.session_id from learning_events e
                where e.user_id = given.user_id and e.class_id = given.class_id
                  and e.notebook_id is not distinct from given.notebook_id and e.session_id is not null
                  and (e.log_ms, e.log_seq) < (given.log_ms, given.log_seq) and e.log_ms > given.log_ms - $6
                order by e.log_ms desc, e.log_seq desc
                limit 1) as before""";

    private SessionHistory() {}

    static Uni<SessionPlacing> read(SqlConnection connection, EventBatch batch) {
        List<LoggedEvent> open = batch.events().stream()
                .filter(event -> SessionPlacing.needsHistory(event.envelope()))
                .toList();
        if (open.isEmpty()) {
            return Uni.createFrom().item(new SessionPlacing(Map.of(), Map.of()));
        }
        Columns<LoggedEvent> keys = new Columns<>(open)
                .uuid(event -> event.envelope().student())
                .text(event -> event.envelope().eventId());
        return Statements.run(connection, STORED, keys)
                .map(SessionHistory::stored)
                .chain(stored -> Statements.run(connection, BEFORE, placesOf(batch, open))
                        .map(rows -> new SessionPlacing(last(rows), stored)));
    }

    /** The first event of the batch at each place that needs it: what lies before that one is not in the batch. */
    private static Tuple placesOf(EventBatch batch, List<LoggedEvent> open) {
        Set<Place> needed =
                open.stream().map(event -> Place.of(event.envelope())).collect(Collectors.toSet());
        Map<Place, StreamId> firsts = new LinkedHashMap<>();
        for (LoggedEvent event : batch.events()) {
            Place place = Place.of(event.envelope());
            if (needed.contains(place)) {
                firsts.putIfAbsent(place, event.id());
            }
        }
        return new Columns<>(List.copyOf(firsts.entrySet()))
                .uuid(first -> first.getKey().classId())
                .uuid(first -> first.getKey().student())
                .uuid(first -> first.getKey().notebook())
                .number(first -> first.getValue().milliseconds())
                .number(first -> first.getValue().sequence())
                .tuple()
                .addLong(SessionPlacing.SILENCE.toMillis());
    }

    private static Map<EventBatch.Key, UUID> stored(RowSet<Row> rows) {
        Map<EventBatch.Key, UUID> stored = new HashMap<>();
        rows.forEach(row -> stored.put(
                new EventBatch.Key(row.getUUID("user_id"), row.getString("event_id")), row.getUUID("session_id")));
        return stored;
    }

    private static Map<Place, Last> last(RowSet<Row> rows) {
        Map<Place, Last> last = new HashMap<>();
        rows.forEach(row -> last.put(
                new Place(row.getUUID("class_id"), row.getUUID("user_id"), row.getUUID("notebook_id")),
                new Last(new StreamId(row.getLong("log_ms"), row.getLong("log_seq")), row.getUUID("session_id"))));
        return last;
    }
}
