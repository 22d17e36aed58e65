package io.cellmonitor.store.relational;

import io.cellmonitor.event.EventTypes;
import io.cellmonitor.event.HelpReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the hints that a batch's events sent, and which of them were seen, in the transaction that inserted the events. */
final class HintRows {

    private static final String SENT = """
            insert into hints (id, user_id, class_id, teacher_id, log_ms, log_seq, sent_at, notebook_id, cell_id, event_id, sealed)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::timestamptz[],
                $8::uuid[], $9::text[], $10::text[], $11::bytea[])
            on conflict do nothing""";

    private static final String SEEN = """
            update hints h set seen_at = given.seen_at
            from (select user_id, id, min(seen_at) as seen_at
                  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as seen (user_id, id, seen_at)
                  group by user_id, id) as given
            where h.user_id = given.user_id and h.id = given.id and h.seen_at is null""";

    private HintRows() {}

    static Uni<Void> write(SqlConnection connection, List<PlacedEvent> inserted) {
        List<PlacedEvent> hints =
                inserted.stream().filter(it -> hint(it) != null).toList();
        return sent(connection, of(hints, EventTypes.HINT_SENT))
                .chain(() -> seen(connection, of(hints, EventTypes.HINT_SEEN)));
    }

    private static List<PlacedEvent> of(List<PlacedEvent> hints, String type) {
        return hints.stream()
                .filter(it -> it.envelope().eventType().equals(type))
                .toList();
    }

    private static @Nullable UUID hint(PlacedEvent event) {
        HelpReference reference = event.envelope().help();
        return reference == null ? null : reference.hint();
    }

    private static Uni<Void> sent(SqlConnection connection, List<PlacedEvent> hints) {
        if (hints.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<PlacedEvent> columns = new Columns<>(hints)
                .uuid(HintRows::hint)
                .uuid(it -> it.envelope().student())
                .uuid(it -> it.envelope().classId())
                .uuid(it -> Objects.requireNonNull(it.envelope().help()).teacher())
                .number(it -> it.event().id().milliseconds())
                .number(it -> it.event().id().sequence())
                .time(it -> it.event().receivedAt())
                .uuid(it -> it.envelope().notebookId())
                .text(it -> it.envelope().cellId())
                .text(it -> it.envelope().eventId())
                .bytes(it -> it.event().sealed());
        return Statements.run(connection, SENT, columns).replaceWithVoid();
    }

    private static Uni<Void> seen(SqlConnection connection, List<PlacedEvent> seen) {
        if (seen.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<PlacedEvent> columns = new Columns<>(seen)
                .uuid(it -> it.envelope().student())
                .uuid(HintRows::hint)
                .time(it -> it.event().receivedAt());
        return Statements.run(connection, SEEN, columns).replaceWithVoid();
    }
}
