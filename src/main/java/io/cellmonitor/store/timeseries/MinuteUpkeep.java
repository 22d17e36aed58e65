package io.cellmonitor.store.timeseries;

import com.influxdb.client.write.Point;
import io.cellmonitor.bus.LogLag;
import io.cellmonitor.bus.ReaderLease;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code performance_metrics}, and the {@code learning_progress} of those whose client sends none, minute by minute from PostgreSQL. The
 * newest point tells where it is: after an outage, and in a new bucket, it goes through all minutes since, and a minute done twice makes
 * the same points. One instance does it at a time. Not for several calls at once.
 */
@ApplicationScoped
@LookupUnlessProperty(name = InfluxWiring.URL, stringValue = "")
class MinuteUpkeep {

    private static final String LEASE = "timeseries-upkeep";
    private static final String NEWEST = "SELECT LAST(\"error_rate\") FROM \"" + Measurements.PERFORMANCE + "\"";

    private static final long STEP_MS = 10 * MinuteRows.MINUTE_MS;

    private final MinuteRows rows;
    private final InfluxBucket bucket;
    private final InfluxWriter writer;
    private final InfluxQuery query;
    private final Supplier<Uni<Optional<Instant>>> storedUpTo;
    private final ReaderLease lease;
    private @Nullable Done done;

    /** How far a bucket has come: one that was made again begins anew. */
    private record Done(String bucket, long upTo) {}

    @Inject
    MinuteUpkeep(
            MinuteRows rows,
            InfluxBucket bucket,
            InfluxWriter writer,
            InfluxQuery query,
            LogLag lag,
            ReaderLease lease) {
        this(rows, bucket, writer, query, () -> lag.storedUpTo("relational"), lease);
    }

    MinuteUpkeep(
            MinuteRows rows,
            InfluxBucket bucket,
            InfluxWriter writer,
            InfluxQuery query,
            Supplier<Uni<Optional<Instant>>> storedUpTo,
            ReaderLease lease) {
        this.rows = rows;
        this.bucket = bucket;
        this.writer = writer;
        this.query = query;
        this.storedUpTo = storedUpTo;
        this.lease = lease;
    }

    /** Does what is to be done until {@code end}; the rest later. Fails while anything that it needs is away. */
    Uni<Void> run(Instant end) {
        return lease.tryAcquire(LEASE).chain(mine -> {
            if (!mine) {
                done = null;
                return Uni.createFrom().voidItem();
            }
            // The bucket is made by the reader alone, which fills it then.
            return bucket.find()
                    .chain(there -> there.map(found -> into(found, end))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }

    private Uni<Void> into(InfluxBucket.Found found, Instant end) {
        return closedUpTo().chain(closed -> begin(found).chain(from -> step(found.id(), from, closed, end)));
    }

    Uni<Void> stop() {
        return lease.release(LEASE);
    }

    /** The end of the last minute of which PostgreSQL has everything, by the log's clock: no other decides what belongs to a minute. */
    private Uni<Long> closedUpTo() {
        return storedUpTo
                .get()
                .map(moment -> moment.orElse(Instant.EPOCH).toEpochMilli())
                .map(stored -> stored / MinuteRows.MINUTE_MS * MinuteRows.MINUTE_MS);
    }

    private Uni<Long> begin(InfluxBucket.Found found) {
        Done known = done;
        if (known != null && known.bucket().equals(found.id())) {
            return Uni.createFrom().item(known.upTo());
        }
        return query.rows(NEWEST, Map.of())
                .map(newest -> newest.isEmpty() ? 0 : newest.getFirst().number("time"))
                .map(newest -> Math.max(newest, oldestKept(found.retention())));
    }

    private static long oldestKept(Duration retention) {
        return retention.isZero()
                ? 0
                : Instant.now().minus(retention).toEpochMilli() / MinuteRows.MINUTE_MS * MinuteRows.MINUTE_MS
                        + MinuteRows.MINUTE_MS;
    }

    private Uni<Void> step(String into, long from, long closed, Instant end) {
        return rows.firstAfter(from).map(Optional::ofNullable).chain(first -> {
            long begin = first.orElse(closed) / MinuteRows.MINUTE_MS * MinuteRows.MINUTE_MS;
            if (begin >= closed || Instant.now().isAfter(end)) {
                return Uni.createFrom().voidItem();
            }
            long to = Math.min(begin + STEP_MS, closed);
            return write(begin, to).invoke(() -> done = new Done(into, to)).chain(() -> step(into, to, closed, end));
        });
    }

    /** Progress first: the newest point of the other tells that a step was done. */
    private Uni<Void> write(long from, long to) {
        return rows.progress(from, to)
                .chain(progress -> rows.performance(from, to).chain(performance -> {
                    List<Point> points = new ArrayList<>(progress);
                    points.addAll(performance);
                    return writer.write(points);
                }));
    }
}
