package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterCountsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void theDeadLettersOfEachStoreAreAGauge() {
        try (TestDatabase database = TestDatabase.on("embedded")) {
            database.ask("""
                    insert into dead_letters (subscriber, log_ms, log_seq, class_id, user_id, reason, envelope, sealed, sealed_name)
                    select 'relational', number, 0, gen_random_uuid(), gen_random_uuid(), 'of this test', '', '', ''
                    from generate_series(1, 2) as number""");
            DeadLetterCounts counts = new DeadLetterCounts(
                    Stores.deadLetters(database.pool("app_pipeline")), registry, List.of("relational", "timeseries"));
            assertThat(gauge("relational")).as("not counted yet").isNaN();

            counts.renew().await().atMost(Duration.ofSeconds(60));

            assertThat(gauge("relational")).isEqualTo(2);
            assertThat(gauge("timeseries")).isZero();
        }
    }

    private double gauge(String group) {
        return registry.get("cellmonitor.dead.letters")
                .tag("group", group)
                .gauge()
                .value();
    }
}
