package io.cellmonitor.store.timeseries;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the settings when one of the parts that speak with InfluxDB is asked for: only where it is configured. */
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
}
