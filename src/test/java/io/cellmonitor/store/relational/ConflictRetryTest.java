package io.cellmonitor.store.relational;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that was in another writer's way: PostgreSQL ends it with a conflict, and the same again goes well. */
class ConflictRetryTest {

    private static final String CONFLICT_TWICE = """
            create function conflict() returns trigger language plpgsql security definer as $$
            begin
                if nextval('conflicts') <= 2 then
                    raise exception 'in the way' using errcode = '%s';
                end if;
                return new;
            end
            $$""";

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "23505"})
    void aConflictIsTriedAgainAndCountedOnce(String state) {
        try (TestDatabase database = TestDatabase.on("embedded")) {
            database.ask("insert into classes (id, name, zone) values ($1, '情報', 'Asia/Tokyo')", Written.CLASS);
            database.ask("create sequence conflicts");
            database.ask(CONFLICT_TWICE.formatted(state));
            database.ask(
                    "create trigger conflict before insert on learning_events for each row execute function conflict()");

            Stores.subscriber(database.pool("app_pipeline"))
                    .store(Written.events(Written.run(1, 0)))
                    .await()
                    .atMost(Duration.ofSeconds(60));

            assertThat(database.number("select last_value from conflicts")).isEqualTo(3);
            assertThat(database.number("select count(*) from learning_events")).isEqualTo(1);
            assertThat(database.number("select sum(cell_executions) from learning_sessions"))
                    .isEqualTo(1);
        }
    }
}
