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

    // Homework of one student is no work of the class, nor is what its teachers try out.
    private static final String SPANS = """
            with students as (select user_id from enrolments where class_id = $1 and role = 'student')
            select min(happened_at) as first, max(happened_at) as last
            from learning_events
            where class_id = $1 and event_type in ('cell_executed', 'cell_error')
              and happened_at >= $2::timestamptz and happened_at < $3::timestamptz
              and user_id in (select user_id from students)
            group by date_bin('5 minutes', happened_at, 'epoch')
            having count(distinct user_id) >= (select greatest(least(2, count(*)), ceil(count(*) / 10.0)) from students)
            order by 1""";

    private final ReadAs readAs;

    WorkingReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /**
     * One for each five minutes in which a tenth of the class's students, two at least where it has two, ran something; from (inclusive) to
     * (exclusive), in order.
     */
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
