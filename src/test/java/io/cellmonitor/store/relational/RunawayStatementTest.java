package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellmonitor.servers.TestServers;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Promise 6: a statement that nobody waits for any more does not keep PostgreSQL busy; the server itself ends it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RunawayStatementTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Pool writer;

    @Inject
    @ReactiveDataSource("reader")
    Pool reader;

    @Inject
    @ReactiveDataSource("pipeline")
    Pool pipeline;

    @Test
    void everyLoginHasItsLimitInTheServer() {
        assertLimit(writer, "app_writer", "16s");
        assertLimit(reader, "app_reader", "31s");
        assertLimit(pipeline, "app_pipeline", "61s");
    }

    @Test
    void promise6_aRunawayStatementEnds() {
        assertThatThrownBy(() ->
                        writer.query("select pg_sleep(3600)").execute().await().atMost(LIMIT))
                .hasStackTraceContaining("57014");
    }

    private static void assertLimit(Pool pool, String login, String limit) {
        Row row = pool.query("select current_user::text, current_setting('statement_timeout'),"
                        + " current_setting('idle_in_transaction_session_timeout')")
                .execute()
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
        assertThat(row.getString(0)).isEqualTo(login);
        assertThat(row.getString(1)).isEqualTo(limit);
        assertThat(row.getString(2)).isEqualTo("1min");
    }
}
