package io.cellmonitor.measure;

import io.micrometer.core.instrument.Timer;
import io.vertx.core.spi.metrics.ClientMetrics;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Times what a database's client asks. Never keeps the text of a statement. Safe from any thread. */
final class QueryMetrics implements ClientMetrics<QueryMetrics.Asked, Void, Object, Object> {

    /** A question on its way. */
    record Asked(Timer timer, long since) {}

    private final QueryTimes times;
    private final UnaryOperator<String> type;

    /** {@code type} makes a query's type of its text. */
    QueryMetrics(QueryTimes times, UnaryOperator<String> type) {
        this.times = times;
        this.type = type;
    }

    @Override
    public Asked requestBegin(String query, Object request) {
        return new Asked(times.of(type.apply(query)), System.nanoTime());
    }

    @Override
    public void responseEnd(Asked asked) {
        answered(asked);
    }

    /** A question that failed took its time too. */
    @Override
    public void requestReset(Asked asked) {
        answered(asked);
    }

    private static void answered(Asked asked) {
        asked.timer().record(System.nanoTime() - asked.since(), TimeUnit.NANOSECONDS);
    }
}
