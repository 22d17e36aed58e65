package io.cellmonitor.store.relational;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** When a class worked, under row-level security. */
@ApplicationScoped
public class WorkingReads {

    private static final String SPANS = """
            select min(happened_at) as first, max(happened_at) as last
            from learning_events
            where class_id = $1 and event_type in ('cell_executed', 'cell_error')
              and happened_at >= $2::timestamptz and happened_at < $3::timestamptz
            group by date_bin('5 minutes', happened_at, 'epoch')
            order by 1""";

    private final ReadAs readAs;

    WorkingReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** One for each five minutes with a run in them, from (inclusive) to (exclusive), in order. */
    public Uni<List<WorkingSpan>> spans(UUID caller, UUID classId, Instant from, Instant to) {
        Tuple parameters = Tuple.of(classId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
        return readAs.user(
                caller,
                connection -> Statements.list(
                        connection,
                        SPANS,
                        parameters,
                        row -> new WorkingSpan(
                                Objects.requireNonNull(EventRows.instant(row, "first")),
                                Objects.requireNonNull(EventRows.instant(row, "last")))));
    }
}
