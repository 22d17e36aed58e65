package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.RunningInflux;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.DeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application's parts that speak with InfluxDB, put together by hand on a bucket of their own. */
final class OpenInflux implements AutoCloseable {

    final InfluxSettings settings;
    final InfluxHttp http;
    final InfluxBucket bucket;
    final InfluxWriter writer;
    final InfluxQuery query;
    final InfluxSubscriber subscriber;
    final TimeSeriesStore store;

    OpenInflux(InfluxSettings settings, @Nullable DeadLetters deadLetters) {
        this.settings = settings;
        io.vertx.mutiny.core.Vertx vertx = TestDatabase.vertx();
        http = new InfluxHttp(vertx, settings, new SimpleMeterRegistry());
        bucket = new InfluxBucket(http, settings);
        writer = new InfluxWriter(vertx, settings, new SimpleMeterRegistry());
        query = new InfluxQuery(http, settings);
        subscriber = new InfluxSubscriber(bucket, writer, deadLetters);
        store = new InfluxTimeSeries(query);
    }

    /** On a bucket that nobody has used. */
    static OpenInflux on(RunningInflux influx) {
        OpenInflux open = new OpenInflux(settings(influx.url(), influx.token(), influx.org()), null);
        wait(open.subscriber.target());
        return open;
    }

    /** On a bucket that nobody has used and that keeps its points so long; the subscriber does not know it yet. */
    static OpenInflux keeping(Duration retention, RunningInflux influx) {
        InfluxSettings forEver = settings(influx.url(), influx.token(), influx.org());
        InfluxSettings settings = new InfluxSettings(
                forEver.url(), forEver.token(), forEver.org(), forEver.bucket(), retention, Optional.empty());
        OpenInflux open = new OpenInflux(settings, null);
        wait(open.bucket.require());
        return open;
    }

    static InfluxSettings settings(URI url, String token, String org) {
        String bucket = "b-" + UUID.randomUUID();
        return new InfluxSettings(url, token, org, bucket, Duration.ZERO, Optional.empty());
    }

    void write(List<LoggedEvent> events) {
        wait(subscriber.store(events));
    }

    /** How many points a measurement has. */
    long count(String measurement, String field) {
        List<InfluxQuery.Row> rows = wait(
                query.rows("SELECT COUNT(\"" + field + "\") AS \"points\" FROM \"" + measurement + "\"", Map.of()));
        return rows.isEmpty() ? 0 : rows.getFirst().number("points");
    }

    /** Deletes the bucket with all that is in it. */
    void deleteBucket() throws IOException, InterruptedException {
        URI address = settings.url()
                .resolve("/api/v2/buckets/" + wait(bucket.require()).id());
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Token " + settings.token())
                .DELETE()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
        }
    }

    static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        writer.close();
        http.close();
    }
}
