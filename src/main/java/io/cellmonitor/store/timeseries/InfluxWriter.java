package io.cellmonitor.store.timeseries;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.service.HealthService;
import com.influxdb.client.service.PingService;
import com.influxdb.client.service.ReadyService;
import com.influxdb.client.service.SetupService;
import com.influxdb.client.service.WriteService;
import com.influxdb.client.write.Point;
import io.cellmonitor.measure.QueryTimes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Writes points by InfluxDB's own client, on virtual threads, for its calls block. Its buffering writer is not used: it drops silently what
 * it cannot hold. A write that failed may be sent again, since a point that comes twice changes nothing. The client makes proxies of its
 * interfaces, which the native program must know.
 */
@RegisterForProxy(
        targets = {HealthService.class, PingService.class, ReadyService.class, SetupService.class, WriteService.class})
@RegisterForReflection(
        targets = {HealthService.class, PingService.class, ReadyService.class, SetupService.class, WriteService.class})
@Singleton
final class InfluxWriter implements AutoCloseable {

    /** Measured: larger batches are no faster. */
    private static final int BATCH = 1_000;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(25);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InfluxDBClient client;
    private final WriteApiBlocking api;
    private final QueryTimes times;

    InfluxWriter(Vertx vertx, InfluxSettings settings, MeterRegistry registry) {
        ConnectionPool connections = new ConnectionPool();
        this.times = new QueryTimes(registry, "influxdb");
        Gauge.builder("database.connection.pool.size", connections, ConnectionPool::connectionCount)
                .description("Open connections, of all pools and those kept for one purpose")
                .tag("database", "influxdb")
                .register(registry);
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectionPool(connections)
                .connectTimeout(CONNECT_LIMIT)
                .readTimeout(CALL_LIMIT)
                .writeTimeout(CALL_LIMIT)
                .callTimeout(CALL_LIMIT)
                .followRedirects(false);
        settings.certificate()
                .map(file -> InfluxTrust.in(file, vertx.getDelegate()))
                .ifPresent(trust -> http.sslSocketFactory(trust.context().getSocketFactory(), trust.manager()));
        this.client = InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                .url(settings.url().toString())
                .authenticateToken(settings.token().toCharArray())
                .org(settings.org())
                .bucket(settings.bucket())
                .okHttpClient(http)
                .build());
        this.api = client.getWriteApiBlocking();
    }

    /** Fails with the client's {@code InfluxException}, whose status is 0 when there was no answer. */
    Uni<Void> write(List<Point> points) {
        return Uni.createFrom()
                .<Void>item(() -> {
                    for (int from = 0; from < points.size(); from += BATCH) {
                        writeBatch(points.subList(from, Math.min(points.size(), from + BATCH)));
                    }
                    return null;
                })
                .runSubscriptionOn(threads);
    }

    private void writeBatch(List<Point> points) {
        List<String> lines = points.stream().map(Point::toLineProtocol).toList();
        long since = System.nanoTime();
        try {
            api.writeRecords(WritePrecision.NS, lines);
        } finally {
            times.answered("write", since);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        threads.close();
        client.close();
    }
}
