package io.cellmonitor.bench;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;

/**
 * What Redis and the disk alone take, while all else runs: an entry of an event's length, each fiftieth of a second, into a stream of its own of
 * the same Redis, from when it was to leave to its reply, which comes after the fsync. It stands in no queue of ours.
 */
final class LogProbe implements AutoCloseable {

    static final int EVERY_MS = 20;
    /** About as long as the log's entries of the lesson's events. */
    static final int ENTRY_BYTES = 1_000;

    private static final String STREAM = "probe";

    private final Redis redis;
    private final Vertx vertx = Vertx.vertx();
    private final io.vertx.redis.client.Redis client;
    private final Latencies latencies = new Latencies();

    /** What is to leave before {@code from}, by {@link System#nanoTime()}, does not count. */
    LogProbe(Redis redis, long from) {
        this.redis = redis;
        this.client = io.vertx.redis.client.Redis.createClient(vertx, redis.address());
        client.connect().onSuccess(connection -> new Pace(connection, from).begin());
    }

    /** On the client's loop. Each entry counts from its own moment, for a timer may come late and then twice at once. */
    private final class Pace {

        private final RedisConnection connection;
        private final long from;
        private long next = System.nanoTime();

        Pace(RedisConnection connection, long from) {
            this.connection = connection;
            this.from = from;
        }

        void begin() {
            vertx.setPeriodic(EVERY_MS, tick -> {
                next += EVERY_MS * 1_000_000L;
                append(next);
            });
        }

        private void append(long intended) {
            Request entry =
                    Request.cmd(Command.XADD).arg(STREAM).arg("*").arg("e").arg("x".repeat(ENTRY_BYTES));
            connection.send(entry).onSuccess(reply -> {
                if (intended >= from) {
                    latencies.record(intended, System.nanoTime());
                }
            });
        }
    }

    Latencies latencies() {
        return latencies;
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        redis.send(Command.DEL, STREAM);
    }
}
