package io.cellmonitor.store.timeseries;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How it stands with InfluxDB. */
@ApplicationScoped
public class TimeSeriesCondition {

    private final Optional<String> url;
    private final Instance<InfluxBucket> bucket;
    private final Instance<InfluxQuery> query;

    TimeSeriesCondition(
            @ConfigProperty(name = InfluxWiring.URL) Optional<String> url,
            Instance<InfluxBucket> bucket,
            Instance<InfluxQuery> query) {
        this.url = url;
        this.bucket = bucket;
        this.query = query;
    }

    /** Whether one is configured; without it PostgreSQL answers. */
    public boolean isConfigured() {
        return url.isPresent();
    }

    /** The group that stores into it. */
    public String group() {
        return InfluxSubscriber.GROUP;
    }

    /**
     * Empty when it takes and answers what we ask; else why not, with the cure where there is one. Asks with our token, for InfluxDB's own health is
     * well even where it refuses every write. Makes nothing: whoever only looks must not change what is there.
     *
     */
    public Uni<Optional<String>> trouble() {
        return bucket.get()
                .find()
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.of("the bucket is missing; it is made again and filled"))
                        : query.get()
                                .rows("SHOW MEASUREMENTS LIMIT 1", Map.of())
                                .map(rows -> Optional.<String>empty()))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(
                        failure instanceof InfluxRefusal ? WriteFailures.reason(failure) : "does not answer"));
    }
}
