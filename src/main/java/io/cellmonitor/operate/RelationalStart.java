package io.cellmonitor.operate;

import io.cellmonitor.access.TablesReady;
import io.cellmonitor.store.relational.MigrationOutcome;
import io.cellmonitor.store.relational.Migrations;
import io.cellmonitor.store.relational.OpenPartitions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Migrates and makes the first accounts as soon as PostgreSQL is there, on a thread of its own; the application starts without it (promises 7
 * and 9). What only a person can mend ends the process.
 */
@ApplicationScoped
class RelationalStart {

    private static final Logger LOG = Logger.getLogger(RelationalStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A start waits for the first try, so that the first request usually finds everything; a long migration goes on behind it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Migrations migrations;
    private final OpenPartitions partitions;
    private final Event<TablesReady> ready;
    private final ProcessEnd end;
    private final CountDownLatch firstTry = new CountDownLatch(1);
    private @Nullable Cancellable running;
    private @Nullable String trouble;
    private volatile boolean done;

    RelationalStart(Migrations migrations, OpenPartitions partitions, Event<TablesReady> ready, ProcessEnd end) {
        this.migrations = migrations;
        this.partitions = partitions;
        this.ready = ready;
        this.end = end;
    }

    /** Whether the tables are there, with what must be in them from the beginning. */
    boolean isDone() {
        return done;
    }

    /** In front of everything else that starts. */
    void start(@Observes @Priority(50) StartupEvent event) throws InterruptedException {
        running = Uni.createFrom()
                .item(() -> {
                    tryOnce();
                    return true;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(NotYet.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .indefinitely()
                .subscribe()
                .with(
                        started -> {},
                        failure -> end.because(
                                "an unexpected " + failure.getClass().getName()));
        firstTry.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.cancel();
        }
    }

    private void tryOnce() {
        try {
            switch (migrations.migrate()) {
                case MigrationOutcome.Done migrated -> fill();
                case MigrationOutcome.Away away ->
                    throw later("CELL_MONITOR_PG: PostgreSQL is away (" + away.reason() + ")");
                case MigrationOutcome.Refused refused -> end.because(refused.line());
            }
        } finally {
            firstTry.countDown();
        }
    }

    private void fill() {
        try {
            ready.fire(new TablesReady());
        } catch (RuntimeException e) {
            throw later("the first classes and accounts cannot be made (" + cause(e) + ")");
        }
        migrations.openForEvents();
        partitions.renew().subscribe().with(opened -> {});
        done = true;
        if (trouble != null) {
            LOG.info("PostgreSQL is there");
        }
    }

    /** Says each trouble once, for it is met again with each try. */
    private NotYet later(String line) {
        if (!line.equals(trouble)) {
            trouble = line;
            LOG.warnf("%s; events are taken, and the rest follows when that has changed", line);
        }
        return new NotYet();
    }

    private static String cause(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        return last.getClass().getName();
    }

    /** Has no trace, for it says nothing but "again". */
    private static final class NotYet extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYet() {
            super(null, null, false, false);
        }
    }
}
