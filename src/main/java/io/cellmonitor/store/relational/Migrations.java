package io.cellmonitor.store.relational;

import io.quarkus.flyway.FlywayDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version's tables. Several instances may do so at once: Flyway's lock lets one work and the others find it done.
 */
@ApplicationScoped
public class Migrations {

    private final Flyway flyway;
    private volatile boolean openForEvents;

    Migrations(@FlywayDataSource("owner") Flyway flyway) {
        this.flyway = flyway;
    }

    /** One try, which blocks: seconds if PostgreSQL does not answer, as long as the migrations take if it does. */
    public MigrationOutcome migrate() {
        try {
            flyway.migrate();
            return new MigrationOutcome.Done();
        } catch (RuntimeException e) {
            return MigrationFailures.outcome(e);
        }
    }

    /** The tables hold what must be in them from the beginning: before that, an event would miss its class and become a dead letter. */
    public void openForEvents() {
        openForEvents = true;
    }

    boolean isOpenForEvents() {
        return openForEvents;
    }
}
