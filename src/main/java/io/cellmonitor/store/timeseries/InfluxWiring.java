package io.cellmonitor.store.timeseries;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the parts that speak with InfluxDB, when something asks for them: only where it is configured. */
@Dependent
final class InfluxWiring {

    /** What makes InfluxDB configured. */
    static final String URL = "cell-monitor.influx-url";

    @Produces
    @Singleton
    InfluxSettings settings(
            @ConfigProperty(name = "cell-monitor.influx-url") Optional<URI> url,
            @ConfigProperty(name = "cell-monitor.influx-token") Optional<String> token,
            @ConfigProperty(name = "cell-monitor.influx-token-file") Optional<Path> tokenFile,
            @ConfigProperty(name = "cell-monitor.influx-org") Optional<String> org,
            @ConfigProperty(name = "cell-monitor.influx-bucket", defaultValue = "cell-monitor") String bucket,
            @ConfigProperty(name = "cell-monitor.influx-retention", defaultValue = "0s") Duration retention,
            @ConfigProperty(name = "cell-monitor.influx-certificate") Optional<Path> certificate)
            throws IOException {
        String secret = token.isPresent()
                ? token.get()
                : Files.readString(tokenFile.orElseThrow()).strip();
        return new InfluxSettings(url.orElseThrow(), secret, org.orElseThrow(), bucket, retention, certificate);
    }

    @Produces
    @Singleton
    InfluxHttp http(Vertx vertx, InfluxSettings settings) {
        return new InfluxHttp(vertx, settings);
    }

    void close(@Disposes InfluxHttp http) {
        http.close();
    }

    @Produces
    @Singleton
    InfluxWriter writer(Vertx vertx, InfluxSettings settings) {
        return new InfluxWriter(vertx, settings);
    }

    void close(@Disposes InfluxWriter writer) {
        writer.close();
    }

    @Produces
    @Singleton
    InfluxBucket bucket(InfluxHttp http, InfluxSettings settings) {
        return new InfluxBucket(http, settings);
    }

    @Produces
    @Singleton
    InfluxQuery query(InfluxHttp http, InfluxSettings settings) {
        return new InfluxQuery(http, settings);
    }
}
