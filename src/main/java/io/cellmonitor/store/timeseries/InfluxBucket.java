package io.cellmonitor.store.timeseries;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The bucket that we write into, made when it is missing. What stands in the way is said by the name of the setting, with its cure. */
@Singleton
final class InfluxBucket {

    private static final Logger LOGGER = Logger.getLogger(InfluxBucket.class);

    /**
     * A bucket that is there.
     *
     * @param id changes when it is deleted and made again
     * @param retention zero for ever
     */
    record Found(String id, Duration retention) {}

    private final InfluxHttp http;
    private final InfluxSettings settings;

    InfluxBucket(InfluxHttp http, InfluxSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Makes it when it is missing. Fails with {@link InfluxRefusal} when it may not be made, with other failures while InfluxDB is away. */
    Uni<Found> require() {
        return look().chain(there ->
                        there.map(found -> Uni.createFrom().item(found)).orElseGet(this::make))
                .onFailure(InfluxRefusal.class)
                .transform(refused -> explained((InfluxRefusal) refused));
    }

    /** Empty when it is missing. Fails as {@link #require} does. */
    Uni<Optional<Found>> find() {
        return look().onFailure(InfluxRefusal.class).transform(refused -> explained((InfluxRefusal) refused));
    }

    private Uni<Optional<Found>> look() {
        return http.get("/api/v2/buckets", Map.of("org", settings.org(), "name", settings.bucket()))
                .onFailure(InfluxBucket::isMissing)
                .recoverWithItem(new JsonObject())
                .map(answer -> answer.getJsonArray("buckets", new JsonArray()))
                .map(buckets -> buckets.isEmpty() ? Optional.empty() : Optional.of(found(buckets.getJsonObject(0))));
    }

    private Uni<Found> make() {
        return http.get("/api/v2/orgs", Map.of("org", settings.org()))
                .map(answer -> answer.getJsonArray("orgs", new JsonArray()))
                .chain(orgs -> {
                    if (orgs.isEmpty()) {
                        throw new InfluxRefusal(404, "InfluxDB answers 404");
                    }
                    return http.post(
                            "/api/v2/buckets", wanted(orgs.getJsonObject(0).getString("id")));
                })
                .map(InfluxBucket::found)
                .invoke(() -> LOGGER.infof("made the bucket %s of InfluxDB", settings.bucket()));
    }

    private JsonObject wanted(String org) {
        JsonArray rules = new JsonArray();
        if (!settings.retention().isZero()) {
            rules.add(new JsonObject()
                    .put("type", "expire")
                    .put("everySeconds", settings.retention().toSeconds()));
        }
        return new JsonObject().put("orgID", org).put("name", settings.bucket()).put("retentionRules", rules);
    }

    private static Found found(JsonObject bucket) {
        JsonArray rules = bucket.getJsonArray("retentionRules", new JsonArray());
        long seconds = rules.isEmpty() ? 0 : rules.getJsonObject(0).getLong("everySeconds", 0L);
        return new Found(bucket.getString("id"), Duration.ofSeconds(seconds));
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof InfluxRefusal refusal && refusal.status() == 404;
    }

    private InfluxRefusal explained(InfluxRefusal refusal) {
        String why =
                switch (refusal.status()) {
                    case 401 -> "CELL_MONITOR_INFLUX_TOKEN: InfluxDB does not know it (401): set a token of its own";
                    case 403 ->
                        "CELL_MONITOR_INFLUX_TOKEN: it may neither read nor make the bucket " + settings.bucket()
                                + " (403): make the bucket yourself and give the token the right to read and write it";
                    case 404 ->
                        "CELL_MONITOR_INFLUX_ORG: the token sees no organisation " + settings.org()
                                + " in which to make the bucket " + settings.bucket()
                                + " (404): correct the name, or make the bucket yourself";
                    case 422 ->
                        "CELL_MONITOR_INFLUX_RETENTION: InfluxDB does not make the bucket " + settings.bucket()
                                + " with it (422): it is zero or at least an hour";
                    default -> String.valueOf(refusal.getMessage());
                };
        return new InfluxRefusal(refusal.status(), why);
    }
}
