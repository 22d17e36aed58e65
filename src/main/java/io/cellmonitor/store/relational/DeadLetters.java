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
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

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

    private static byte[] json(Envelope envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an envelope that is no JSON", e);
        }
    }
}
