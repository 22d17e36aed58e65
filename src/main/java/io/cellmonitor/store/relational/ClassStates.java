package io.cellmonitor.store.relational;

import io.cellmonitor.event.StreamId;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved states of folds, one for each class. What the bytes mean, and that words in them are sealed, is their writer's business. */
@ApplicationScoped
public class ClassStates {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    // Of two instances that watch the same class, the further one's state stays.
    private static final String SAVE = """
            insert into class_states as s (class_id, log_ms, log_seq, state) values ($1, $2, $3, $4)
            on conflict (class_id) do update
            set log_ms = excluded.log_ms, log_seq = excluded.log_seq, state = excluded.state, saved_at = now()
            where (s.log_ms, s.log_seq) <= (excluded.log_ms, excluded.log_seq)""";

    /**
     * A fold's state.
     *
     * @param at the last event that is in it
     */
    public record SavedState(StreamId at, byte[] state) {}

    private final Pool pool;

    ClassStates(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    /** The state saved last; empty when there is none. */
    public Uni<Optional<SavedState>> load(UUID classId) {
        return Statements.list(
                        pool,
                        "select log_ms, log_seq, state from class_states where class_id = $1",
                        Tuple.of(classId),
                        row -> new SavedState(
                                EventRows.id(row), row.getBuffer("state").getBytes()))
                .map(states -> states.stream().findFirst())
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Saves the state, unless a later one is there. */
    public Uni<Void> save(UUID classId, SavedState saved) {
        return Statements.run(
                        pool,
                        SAVE,
                        Tuple.of(
                                classId,
                                saved.at().milliseconds(),
                                saved.at().sequence(),
                                Buffer.buffer(saved.state())))
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** The classes that were saved in the {@code time} before now, the latest first; {@code most} of them. */
    public Uni<List<UUID>> savedWithin(Duration time, int most) {
        return Statements.list(
                        pool,
                        "select class_id from class_states where saved_at > now() - make_interval(secs => $1) order by saved_at desc limit $2",
                        Tuple.of((double) time.toSeconds(), most),
                        row -> row.getUUID("class_id"))
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }

    /** Throws the saved state away, for example when it cannot be read any more. */
    public Uni<Void> forget(UUID classId) {
        return Statements.run(pool, "delete from class_states where class_id = $1", Tuple.of(classId))
                .replaceWithVoid()
                .ifNoItem()
                .after(LIMIT)
                .fail();
    }
}
