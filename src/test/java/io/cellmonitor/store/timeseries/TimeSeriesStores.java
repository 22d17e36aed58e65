package io.cellmonitor.store.timeseries;

import io.vertx.mutiny.sqlclient.Pool;

/** The stores of this package, put together for tests of other packages. */
public final class TimeSeriesStores {

    private TimeSeriesStores() {}

    /** The one that answers from the events. */
    public static TimeSeriesStore postgres(Pool reader) {
        return new PostgresTimeSeries(reader);
    }
}
