package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.DebianPostgresServer;
import io.cellmonitor.servers.SelfSignedCertificate;
import io.cellmonitor.servers.TestDatabase;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Both ways to PostgreSQL over TLS: what is believed, and what is not. */
@EnabledIf("io.cellmonitor.servers.DebianPostgresServer#installed")
class PostgresTlsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static DebianPostgresServer server;
    private static DebianPostgresServer ofAnotherName;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = DebianPostgresServer.overTls("ip:127.0.0.1");
        ofAnotherName = DebianPostgresServer.overTls("dns:db.example.org");
    }

    @AfterAll
    static void stop() {
        server.close();
        ofAnotherName.close();
    }

    @Test
    void whatIsEncryptedIsTaken() {
        assertThat(encrypted(server, "require", Optional.empty())).isTrue();
        assertThat(encrypted(server, "verify-ca", Optional.of(server.certificate())))
                .isTrue();
        assertThat(encrypted(server, "verify-full", Optional.of(server.certificate())))
                .isTrue();
        assertThat(migrated(server, "sslmode=verify-full&sslrootcert=" + server.certificate()))
                .isInstanceOf(MigrationOutcome.Done.class);
    }

    @Test
    void withoutEncryptionTheServerIsNotReached() {
        assertThatThrownBy(() -> encrypted(server, "disable", Optional.empty())).hasStackTraceContaining("28000");
    }

    @Test
    void anUnknownAuthorityIsNotBelieved() {
        Path unknown = SelfSignedCertificate.of(folder, "ip:127.0.0.1").certificate();
        assertThatThrownBy(() -> encrypted(server, "verify-ca", Optional.of(unknown)))
                .hasStackTraceContaining("SSL handshake failed");
        assertThat(migrated(server, "sslmode=verify-ca&sslrootcert=" + unknown))
                .isInstanceOfSatisfying(
                        MigrationOutcome.Refused.class,
                        refused -> assertThat(refused.line()).contains("TLS with PostgreSQL fails"));
    }

    @Test
    void anotherHostsCertificateIsBelievedOnlyWhereNamesAreNotLookedAt() {
        Optional<Path> authority = Optional.of(ofAnotherName.certificate());
        assertThat(encrypted(ofAnotherName, "verify-ca", authority)).isTrue();
        assertThatThrownBy(() -> encrypted(ofAnotherName, "verify-full", authority))
                .hasStackTraceContaining("SSL handshake failed");
        assertThat(migrated(ofAnotherName, "sslmode=verify-full&sslrootcert=" + ofAnotherName.certificate()))
                .isInstanceOfSatisfying(
                        MigrationOutcome.Refused.class,
                        refused -> assertThat(refused.line()).contains("TLS with PostgreSQL fails"));
    }

    private static boolean encrypted(DebianPostgresServer server, String mode, Optional<Path> authority) {
        PgConnectOptions options =
                new PostgresTls(mode, authority.map(Path::toString)).on(PgConnectOptions.fromUri(server.address()));
        PgConnection connection =
                PgConnection.connect(TestDatabase.vertx(), options).await().atMost(LIMIT);
        try {
            return connection
                    .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                    .execute()
                    .await()
                    .atMost(LIMIT)
                    .iterator()
                    .next()
                    .getBoolean(0);
        } finally {
            connection.closeAndAwait();
        }
    }

    private static MigrationOutcome migrated(DebianPostgresServer server, String parameters) {
        String place = server.address().replaceFirst(".*@", "jdbc:postgresql://") + "?" + parameters;
        try {
            Flyway.configure().dataSource(place, "postgres", "postgres").load().info();
            return new MigrationOutcome.Done();
        } catch (RuntimeException e) {
            return MigrationFailures.outcome(e);
        }
    }
}
