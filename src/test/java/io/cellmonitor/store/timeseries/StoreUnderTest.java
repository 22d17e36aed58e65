package io.cellmonitor.store.timeseries;

import io.cellmonitor.event.LoggedEvent;
import io.cellmonitor.influx.InfluxUnderTest;
import io.cellmonitor.servers.TestDatabase;
import io.cellmonitor.store.relational.Stores;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time series store with what fills it, empty but for the two classes.
 *
 * @param end frees what it holds
 */
record StoreUnderTest(TimeSeriesStore store, java.util.function.Consumer<List<LoggedEvent>> filling, Runnable end)
        implements AutoCloseable {

    /** Every implementation, on every server of its kind that is here. */
    static Stream<String> kinds() {
        return Stream.concat(
                TestDatabase.servers().map(server -> "PostgreSQL " + server),
                InfluxUnderTest.available().map(influx -> "InfluxDB " + influx));
    }

    static StoreUnderTest of(String kind) {
        String which = kind.substring(kind.indexOf(' ') + 1);
        return kind.startsWith("InfluxDB") ? influx(InfluxUnderTest.valueOf(which)) : postgres(which);
    }

    private static StoreUnderTest postgres(String server) {
        TestDatabase database = TestDatabase.on(server);
        database.ask(
                "insert into classes (id, name, zone) values ($1, 'a', 'America/New_York'), ($2, 'b', 'Asia/Tokyo')",
                GoldenClass.CLASS,
                GoldenClass.OTHER_CLASS);
        return new StoreUnderTest(
                new PostgresTimeSeries(database.pool("app_reader")),
                events -> OpenInflux.wait(
                        Stores.subscriber(database.pool("app_pipeline")).store(events)),
                database::close);
    }

    private static StoreUnderTest influx(InfluxUnderTest which) {
        OpenInflux influx = OpenInflux.on(which.running());
        return new StoreUnderTest(influx.store, influx::write, influx::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
