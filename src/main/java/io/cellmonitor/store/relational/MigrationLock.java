package io.cellmonitor.store.relational;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** While another instance migrates, Flyway asks for its lock a few times only: the waiting, and what is said of it, is ours. */
@Singleton
@FlywayDataSource("owner")
class MigrationLock implements FlywayConfigurationCustomizer {

    /** One each second. */
    static final int TRIES = 5;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.lockRetryCount(TRIES);
    }
}
