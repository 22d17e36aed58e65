package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostgreSQL says of the golden class. */
@ParameterizedClass
@MethodSource("io.cellmonitor.servers.TestDatabase#servers")
class PostgresGoldenClassTest {

    private static final int LIMIT = 100;

    @Parameter
    String server;

    private TestDatabase database;
    private TimeSeriesStore store;

    @BeforeEach
    void storeTheGoldenClass() {
        database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'America/New_York'), ($2, 'b', 'Asia/Tokyo')",
                GoldenClass.CLASS,
                GoldenClass.OTHER_CLASS);
        wait(Stores.subscriber(database.pool("app_pipeline")).store(GoldenClass.events()));
        store = new PostgresTimeSeries(database.pool("app_reader"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void tenMinutesBeginInclusiveAndEndExclusive() {
        assertThat(wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ACTIVITY);
        assertThat(wait(store.errorRate(
                        GoldenClass.CLASS, GoldenClass.FROM, GoldenClass.TO, GoldenClass.TEN_MINUTES, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ERROR_RATE);
    }

    @Test
    void daysAndWeeksBeginAtMidnightOfTheClass() {
        assertThat(wait(store.activity(
                        GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.DAYS, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ACTIVITY_BY_DAY);
        assertThat(wait(store.errorRate(
                        GoldenClass.CLASS, GoldenClass.BEGINNING, GoldenClass.END, GoldenClass.WEEKS, LIMIT)))
                .containsExactlyInAnyOrderElementsOf(GoldenClass.ERROR_RATE_BY_WEEK);
    }
}
