package io.cellmonitor.store.relational;

import io.cellmonitor.bus.RefillSource;
import io.cellmonitor.event.StreamId;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All events of all classes, page by page, for other stores to be filled from: class by class, for which there is an index. */
@ApplicationScoped
public class StoredEvents implements RefillSource {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String FIRST_CLASS = "select id from classes order by id limit 1";

    private static final String NEXT_CLASS = "select id from classes where id > $1 order by id limit 1";

    private static final String EVENTS = EventRows.SELECT + """
            where e.class_id = $1 and (e.log_ms, e.log_seq) > ($2, $3) and (e.log_ms, e.log_seq) <= ($4, $5)
            order by e.log_ms, e.log_seq
            limit $6""";

    /** The last event of a class that was read; written {@code class/ms-seq}. */
    private record Place(UUID classId, StreamId after) {

        static Place parse(String text) {
            int slash = text.indexOf('/');
            return new Place(UUID.fromString(text.substring(0, slash)), StreamId.parse(text.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return classId + "/" + after;
        }
    }

    private final Pool pool;

    StoredEvents(@ReactiveDataSource("pipeline") Pool pool) {
        this.pool = pool;
    }

    @Override
    public String group() {
        return RelationalSubscriber.GROUP;
    }

    @Override
    public Uni<Page> page(StreamId after, StreamId upTo, String from, int limit) {
        Uni<Page> page = from.isEmpty()
                ? Statements.list(pool, FIRST_CLASS, Tuple.tuple(), StoredEvents::id)
                        .map(first -> new Page(List.of(), place(first, after)))
                : read(Place.parse(from), after, upTo, limit);
        return page.ifNoItem().after(LIMIT).fail();
    }

    private Uni<Page> read(Place place, StreamId after, StreamId upTo, int limit) {
        Tuple range = Tuple.tuple(List.of(
                place.classId(),
                place.after().milliseconds(),
                place.after().sequence(),
                upTo.milliseconds(),
                upTo.sequence(),
                limit));
        return Statements.list(pool, EVENTS, range, EventRows::event).chain(events -> {
            if (events.size() == limit) {
                Place last = new Place(place.classId(), events.getLast().id());
                return Uni.createFrom().item(new Page(events, last.toString()));
            }
            return Statements.list(pool, NEXT_CLASS, Tuple.of(place.classId()), StoredEvents::id)
                    .map(next -> new Page(events, place(next, after)));
        });
    }

    private static UUID id(Row row) {
        return row.getUUID("id");
    }

    private static @Nullable String place(List<UUID> classes, StreamId after) {
        return classes.isEmpty() ? null : new Place(classes.getFirst(), after).toString();
    }
}
