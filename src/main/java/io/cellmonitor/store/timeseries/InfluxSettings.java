package io.cellmonitor.store.timeseries;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where InfluxDB is and what we are there.
 *
 * @param url {@code http(s)://host:port}, with a path where a proxy puts it under one
 * @param retention how long a bucket that we make keeps its points; zero for ever
 * @param certificate PEM file of the authority that signed the server's certificate; empty for the usual ones
 */
record InfluxSettings(
        URI url, String token, String org, String bucket, Duration retention, Optional<Path> certificate) {

    /** Without the token. */
    @Override
    public String toString() {
        return "InfluxSettings[url=" + url + ", org=" + org + ", bucket=" + bucket + "]";
    }
}
