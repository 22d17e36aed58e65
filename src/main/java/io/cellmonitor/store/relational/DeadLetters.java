package io.cellmonitor.store.relational;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cellmonitor.event.CellRef;
import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.LoggedEvent;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that a store could not take, put aside with the reason; their words stay sealed (promises 5 and 11). */
@ApplicationScoped
@RegisterForReflection(targets = {Envelope.class, CellRef.class})
public class DeadLetters {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private static final String INSERT = """
            insert into dead_letters (subscriber, log_ms, log_seq, class_id, user_id, reason, envelope, sealed, sealed_name)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict do nothing""";

    private static final String SELECT = """
            select id, log_ms, log_seq, envelope, sealed, sealed_name from dead_letters
            where subscriber = $1 and id > $2 order by id limit $3""";

    private static final String COUNT = "select subscriber, count(*) from dead_letters group by subscriber";

    /** An event put aside. */
    public record DeadLetter(long id, LoggedEvent event) {}

    private final Pool pool;

    DeadLetters(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    /** Puts {@code event} aside for {@code subscriber}, once however often it is called. {@code reason} holds no student's words. */
    public Uni<Void> put(String subscriber, LoggedEvent event, String reason) {
        Envelope envelope = event.envelope();
        return Statements.run(
                        pool,
                        INSERT,
                        Tuple.tuple(List.of(
                                subscriber,
                                event.id().milliseconds(),
                                event.id().sequence(),
                                envelope.classId(),
                                envelope.student(),
                                reason.replace('\0', '\uFFFD'),
                                Buffer.buffer(json(envelope)),
                                Buffer.buffer(event.sealed()),
                                Buffer.buffer(event.sealedName()))))
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Up to {@code limit} of a subscriber, in the order in which they were put aside, after the one with this id. */
    public Uni<List<DeadLetter>> after(String subscriber, long id, int limit) {
        return Statements.list(pool, SELECT, Tuple.of(subscriber, id, limit), DeadLetters::letter)
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Forgets one that its subscriber has stored. */
    public Uni<Void> remove(long id) {
        return Statements.run(pool, "delete from dead_letters where id = $1", Tuple.of(id))
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** How many each subscriber has; one that has none is not there. */
    public Uni<Map<String, Long>> counts() {
        return Statements.run(pool, COUNT, Tuple.tuple())
                .map(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
                    return counts;
                })
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    private static DeadLetter letter(Row row) {
        try {
            Envelope envelope = JSON.readValue(row.getBuffer("envelope").getBytes(), Envelope.class);
            LoggedEvent event = new LoggedEvent(
                    EventRows.id(row),
                    envelope,
                    row.getBuffer("sealed").getBytes(),
                    row.getBuffer("sealed_name").getBytes());
            return new DeadLetter(row.getLong("id"), event);
        } catch (IOException e) {
            throw new IllegalStateException("a dead letter that is no envelope", e);
        }
    }

    private static byte[] json(Envelope envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an envelope that is no JSON", e);
        }
    }
}
