package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bringing the database to this version's tables, alone, at once with others, and when it cannot be done. */
class MigrationsTest {

    private static final long LIMIT_SECONDS = 60;

    private final TestDatabase database = TestDatabase.on("embedded");

    @BeforeEach
    void beginWithoutTables() {
        database.ask("drop schema public cascade");
        database.ask("create schema public");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void severalInstancesMayStartAtOnce() {
        List<CompletableFuture<MigrationOutcome>> instances =
                Stream.generate(() -> started(database.flyway())).limit(4).toList();

        assertThat(instances).allSatisfy(it -> assertThat(it.join()).isEqualTo(new MigrationOutcome.Done()));
        assertThat(database.number("select count(*) from classes")).isZero();
    }

    /** However long it takes: who waits asks again and does not give up. */
    @Test
    void anInstanceThatMigratesIsWaitedFor() throws InterruptedException {
        HeldUp first = new HeldUp();
        CompletableFuture<MigrationOutcome> migrating =
                started(database.flyway().callbacks(first));
        assertThat(first.reached.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();

        MigrationOutcome second = started(database.flyway().lockRetryCount(1)).join();
        first.mayGoOn.countDown();

        assertThat(second).isEqualTo(new MigrationOutcome.Away("another instance migrates"));
        assertThat(migrating.join()).isEqualTo(new MigrationOutcome.Done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "25006", "40P01", "53300", "57P01", "57P03", "58030", "XX000"})
    void whatPassesIsWaitedFor(String state) {
        assertThat(MigrationFailures.outcome(failure(state))).isInstanceOf(MigrationOutcome.Away.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "28000", "3D000", "08004", "42501", "42P07", "23505"})
    void whatOnlyAPersonCanMendIsRefusedInOneLineWithoutValues(String state) {
        assertThat(MigrationFailures.outcome(failure(state)))
                .isInstanceOfSatisfying(
                        MigrationOutcome.Refused.class,
                        refused -> assertThat(refused.line())
                                .startsWith("CELL_MONITOR_PG: ")
                                .doesNotContain("\n", "a-secret"));
    }

    private static RuntimeException failure(String state) {
        return new IllegalStateException("wrapped", new SQLException("about a-secret\non two lines", state));
    }

    private static CompletableFuture<MigrationOutcome> started(FluentConfiguration flyway) {
        return CompletableFuture.supplyAsync(
                        () -> new Migrations(flyway.load()).migrate(),
                        task -> Thread.ofVirtual().start(task))
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Stops in the first migration, with Flyway's lock in hand. */
    private static final class HeldUp implements Callback {

        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            reached.countDown();
            try {
                mayGoOn.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String getCallbackName() {
            return "held up";
        }
    }
}
