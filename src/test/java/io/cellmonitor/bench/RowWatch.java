package io.cellmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Sees the rows of a class come, by asking PostgreSQL every few milliseconds for those after the last one in the order of the log. */
final class RowWatch implements Runnable {

    static final int EVERY_MS = 5;
    private static final String NEXT = """
            select event_id, log_ms, log_seq from learning_events
            where class_id = ? and (log_ms, log_seq) > (?, ?) order by log_ms, log_seq""";

    private final Postgres postgres;
    private final UUID classId;
    private final EventClock clock;
    private final Latencies latencies = new Latencies();
    private volatile boolean stopped;
    private volatile int seen;
    private long lastMilliseconds = System.currentTimeMillis() - 1_000;
    private long lastSequence;

    RowWatch(Postgres postgres, String classId, EventClock clock) {
        this.postgres = postgres;
        this.classId = UUID.fromString(classId);
        this.clock = clock;
    }

    @Override
    public void run() {
        try (Connection connection = postgres.connect();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setObject(1, classId);
            while (!stopped) {
                ask(next);
                Thread.sleep(EVERY_MS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(PreparedStatement next) throws SQLException {
        next.setLong(2, lastMilliseconds);
        next.setLong(3, lastSequence);
        try (ResultSet rows = next.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                lastMilliseconds = rows.getLong(2);
                lastSequence = rows.getLong(3);
                int event = clock.event(rows.getString(1));
                if (event >= 0) {
                    seen++;
                }
                if (clock.isMeasured(event)) {
                    latencies.record(clock.intended(event), now);
                }
            }
        }
    }

    int seen() {
        return seen;
    }

    void stop() {
        stopped = true;
    }

    Latencies latencies() {
        return latencies;
    }
}
