package io.cellmonitor.store.timeseries;

import com.influxdb.client.write.Point;
import io.cellmonitor.bus.RefillableSubscriber;
import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.store.relational.DeadLetters;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the log into InfluxDB. A point that comes again changes nothing (promise 3). Exists only where InfluxDB is configured. */
@ApplicationScoped
@LookupUnlessProperty(name = InfluxWiring.URL, stringValue = "")
public class InfluxSubscriber implements RefillableSubscriber {

    /** The consumer group. */
    static final String GROUP = "timeseries";

    private final InfluxBucket bucket;
    private final InfluxWriter writer;
    private final DeadLetters deadLetters;
    private volatile Duration retention = Duration.ZERO;
    /** By {@link System#nanoTime}: a clock that is set back must not make the wait longer. */
    private volatile long notBefore = System.nanoTime();

    InfluxSubscriber(InfluxBucket bucket, InfluxWriter writer, DeadLetters deadLetters) {
        this.bucket = bucket;
        this.writer = writer;
        this.deadLetters = deadLetters;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Uni<String> target() {
        return bucket.require().invoke(found -> retention = found.retention()).map(InfluxBucket.Found::id);
    }

    @Override
    public Uni<Boolean> isThere() {
        return bucket.find().map(Optional::isPresent);
    }

    @Override
    public Uni<Void> store(List<LoggedEvent> batch) {
        List<Point> points = batch.stream()
                .filter(this::isKept)
                .map(EventPoints::of)
                .flatMap(Optional::stream)
                .toList();
        if (points.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return waitAsAsked()
                .chain(() -> writer.write(points))
                .onFailure(failure -> points.size() == 1 && WriteFailures.isBeyondRetention(failure))
                .recoverWithNull()
                .onFailure()
                .invoke(failure -> notBefore =
                        System.nanoTime() + WriteFailures.retryAfter(failure).toNanos());
    }

    /** Others would be refused, and hide which line of a batch was at fault. */
    private boolean isKept(LoggedEvent event) {
        return retention.isZero() || PointTime.at(event).isAfter(Instant.now().minus(retention));
    }

    private Uni<Void> waitAsAsked() {
        Duration wait = Duration.ofNanos(notBefore - System.nanoTime());
        return wait.isPositive()
                ? Uni.createFrom().voidItem().onItem().delayIt().by(wait)
                : Uni.createFrom().voidItem();
    }

    @Override
    public boolean isDataError(Throwable failure) {
        return WriteFailures.isDataError(failure);
    }

    @Override
    public String reason(Throwable failure) {
        return WriteFailures.reason(failure);
    }

    @Override
    public Uni<Void> deadLetter(LoggedEvent event, String reason) {
        return deadLetters.put(group(), event, reason);
    }
}
