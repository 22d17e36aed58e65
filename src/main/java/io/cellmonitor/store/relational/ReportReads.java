package io.cellmonitor.store.relational;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report is made of beside the cells, under row-level security. Ranges are from (inclusive) to (exclusive), by the log's clock. */
@ApplicationScoped
public class ReportReads {

    // Without the words, which a fold has no use for, and which are most of a row.
    private static final String EVENTS = EventRows.SELECT.replace("e.sealed", "''::bytea as sealed") + """
            where e.class_id = $1 and (e.log_ms, e.log_seq) > ($2, $3) and e.log_ms < $4
            order by e.log_ms, e.log_seq
            limit $5""";

    private static final String STAFF =
            "select user_id from enrolments where class_id = $1 and role in ('teacher', 'assistant')";

    // A request that silence ended stays open in its row until the student asks anew: here it is lapsed as the fold
    // says.
    private static final String HELP = """
            select user_id, asked_at, case when silent then 'lapsed' else state end as state,
                coalesce(claimed_at, ended_at, case when silent then heard_at + $4 * interval '1 second' end) as answered_at
            from (select *, ended_at is null and heartbeat and heard_at + $4 * interval '1 second' <= least(now(), $3::timestamptz) as silent
                  from help_requests
                  where class_id = $1 and asked_at >= $2::timestamptz and asked_at < $3::timestamptz) as asked
            order by asked_at
            limit 50000""";

    /**
     * An asking for help.
     *
     * @param answeredAt when somebody took it on or it ended; null while neither happened
     */
    public record HelpRow(
            UUID student,
            Instant askedAt,
            String state,
            @Nullable Instant answeredAt) {}

    private final ReadAs readAs;

    ReportReads(ReadAs readAs) {
        this.readAs = readAs;
    }

    /** Up to {@code limit} events strictly after {@code after} and before {@code to}, in log order, without names and words. */
    public Uni<List<LoggedEvent>> events(UUID caller, UUID classId, StreamId after, Instant to, int limit) {
        Tuple parameters = Tuple.of(classId, after.milliseconds(), after.sequence(), to.toEpochMilli(), limit);
        return readAs.user(caller, connection -> Statements.list(connection, EVENTS, parameters, EventRows::event));
    }

    /** The class's teachers and assistants. */
    public Uni<Set<UUID>> staff(UUID caller, UUID classId) {
        return readAs.user(
                caller,
                connection -> Statements.list(connection, STAFF, Tuple.of(classId), row -> row.getUUID("user_id"))
                        .map(ids -> ids.stream().collect(Collectors.toUnmodifiableSet())));
    }

    /** The help that was asked for, oldest first, 50,000 requests at most; {@code lapse}: what ends a request that had a heartbeat. */
    public Uni<List<HelpRow>> help(UUID caller, UUID classId, Instant from, Instant to, Duration lapse) {
        Tuple parameters = Tuple.of(
                classId, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), (double) lapse.toSeconds());
        return readAs.user(caller, connection -> Statements.list(connection, HELP, parameters, ReportReads::help));
    }

    private static HelpRow help(Row row) {
        return new HelpRow(
                row.getUUID("user_id"),
                Objects.requireNonNull(EventRows.instant(row, "asked_at")),
                row.getString("state"),
                EventRows.instant(row, "answered_at"));
    }
}
