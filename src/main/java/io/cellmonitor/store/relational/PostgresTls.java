package io.cellmonitor.store.relational;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether connections to PostgreSQL are encrypted, and whose certificate is believed: as {@code cell-monitor.pg} says. */
@Singleton
class PostgresTls {

    private final SslMode mode;
    private final Optional<String> rootCertificate;

    /** {@code mode} as libpq names it; {@code rootCertificate}: a PEM file, needed where certificates are looked at. */
    PostgresTls(
            @ConfigProperty(name = "cell-monitor.pg-ssl-mode", defaultValue = "disable") String mode,
            @ConfigProperty(name = "cell-monitor.pg-ssl-root-certificate") Optional<String> rootCertificate) {
        this.mode = SslMode.of(mode);
        this.rootCertificate = rootCertificate;
    }

    /** Changes and returns what it is given. */
    PgConnectOptions on(PgConnectOptions server) {
        server.setSslMode(mode);
        rootCertificate.ifPresent(file -> server.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
        // Without an authority nothing can be looked at: the connection is encrypted, and that is all that was asked
        // for.
        server.setTrustAll(rootCertificate.isEmpty());
        server.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
        return server;
    }
}
