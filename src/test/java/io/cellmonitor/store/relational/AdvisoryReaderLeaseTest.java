package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** One active reader of a group among all instances. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class AdvisoryReaderLeaseTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Parameter
    String server;

    private TestDatabase database;
    private AdvisoryReaderLease one;
    private AdvisoryReaderLease other;

    @BeforeEach
    void startTwoInstances() {
        database = TestDatabase.on(server);
        one = new AdvisoryReaderLease(TestDatabase.vertx(), database.options("app_pipeline"), () -> true, SILENCE);
        other = new AdvisoryReaderLease(TestDatabase.vertx(), database.options("app_pipeline"), () -> true, SILENCE);
    }

    @AfterEach
    void close() {
        wait(one.release("relational"));
        wait(other.release("relational"));
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void onlyOneInstanceHoldsANameUntilItLetsGo() {
        assertThat(wait(one.tryAcquire("relational"))).isTrue();
        assertThat(wait(one.tryAcquire("relational"))).isTrue();
        assertThat(wait(other.tryAcquire("relational"))).isFalse();
        assertThat(wait(other.tryAcquire("timeseries"))).isTrue();

        wait(one.release("relational"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> wait(other.tryAcquire("relational")));
        assertThat(wait(one.tryAcquire("relational"))).isFalse();
        wait(other.release("timeseries"));
    }

    @Test
    void aHolderWhoseConnectionIsCutLearnsItAndTheNextOneGetsIt() {
        assertThat(wait(one.tryAcquire("relational"))).isTrue();
        wait(database.pool("app_pipeline")
                .query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .execute());

        assertThat(wait(one.tryAcquire("relational"))).isFalse();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> wait(other.tryAcquire("relational")));
    }

    @Test
    void aHolderThatStandsStillLosesItToTheNextOneAndLearnsIt() {
        assertThat(wait(one.tryAcquire("relational"))).isTrue();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> wait(other.tryAcquire("relational")));
        assertThat(wait(one.tryAcquire("relational"))).isFalse();
    }
}
